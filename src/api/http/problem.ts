import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CodatRefusal, CodatUnavailable } from '../../codat/errors.ts';
import { isInvalidValue, isPassing } from '../../database/errors.ts';
import { templateFault } from '../../email/check.ts';
import type { Log } from '../log.ts';
import { STATUS_TITLES } from './status-titles.ts';

type Extras = {
  errors?: Record<string, string>;
  headers?: Record<string, string>;
  /** Whether the record exists, but not for this person. Told to nobody but the activity log. */
  unseen?: boolean;
  /** Further members, for programs. */
  more?: Record<string, unknown>;
};

/** Why no email can be sent. */
export const NO_SMTP = 'Email isn’t set up. Set SMTP_URL and MAIL_FROM, then restart.';

/** A failure that the caller hears about. `detail` says in a sentence what is wrong and what to do. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly extras: Extras;

  constructor(status: ContentfulStatusCode, detail: string, extras: Extras = {}) {
    super(detail);
    this.status = status;
    this.extras = extras;
  }
}

/** RFC 9457 problem details. `message` and `errors` repeat them in the form that react-admin reads. */
export const problemResponse = (context: Context, { status, message, extras }: Problem): Response =>
  context.body(
    JSON.stringify({
      type: 'about:blank',
      title: STATUS_TITLES[status] ?? 'Error',
      status,
      detail: message,
      message,
      ...(extras.errors && { errors: extras.errors }),
      ...extras.more,
    }),
    status,
    { 'content-type': 'application/problem+json', ...extras.headers },
  );

/** Codat’s failure to answer, by its kind, with what its support finds the request by. */
const ofCodat = (error: CodatRefusal | CodatUnavailable): Problem => {
  const { kind, correlationId } = error;
  const more = { kind, ...(correlationId && { correlationId }) };
  if (error instanceof CodatRefusal) return new Problem(502, error.message, { more });
  return new Problem(503, `${error.message} Try again later.`, {
    headers: { 'retry-after': String(Math.ceil(error.retryAfterSeconds ?? 30)) },
    more,
  });
};

const toProblem = (error: Error, requestId: string, log: Log): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(error.status, sentence(error));
  if (error instanceof CodatRefusal || error instanceof CodatUnavailable) return ofCodat(error);
  if (isPassing(error))
    return new Problem(503, 'Temporarily unavailable. Try again in a few seconds.', {
      headers: { 'retry-after': '5' },
    });
  if (isInvalidValue(error))
    return new Problem(
      400,
      'A value can’t be stored. It may contain a NUL character or an out-of-range number.',
    );
  // Only with the facts of a customer, because templates are checked before they are stored.
  const fault = templateFault(error);
  if (fault) return new Problem(422, `The template can’t be filled in. ${fault}`);
  log.error({ err: error, requestId }, 'request failed');
  return new Problem(500, `Something went wrong. Please try again. (ref ${requestId})`);
};

const sentence = ({ message, status }: HTTPException): string =>
  message || STATUS_TITLES[status] || 'Error';

export const errorHandler =
  (log: Log): ErrorHandler =>
  (error, context) =>
    problemResponse(context, toProblem(error, context.get('requestId') ?? '', log));
