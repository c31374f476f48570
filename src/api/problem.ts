import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CodatRefusal, CodatUnavailable } from '../codat/errors.ts';
import { isInvalidValue, isUnavailable } from '../database/errors.ts';
import type { Log } from './ports.ts';
import { STATUS_TITLES } from './status-titles.ts';

type Extras = {
  errors?: Record<string, string>;
  headers?: Record<string, string>;
  /** Further members, for programs. */
  more?: Record<string, unknown>;
};

/** Why no e-mail leaves. */
export const NO_SMTP =
  'No SMTP is configured, so no e-mail can be sent: set SMTP_URL and MAIL_FROM, and restart.';

/** A failure the caller is told about. `detail` says in one sentence what is wrong and what to do. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly extras: Extras;

  constructor(status: ContentfulStatusCode, detail: string, extras: Extras = {}) {
    super(detail);
    this.status = status;
    this.extras = extras;
  }
}

/** RFC 9457 problem details; `message` and `errors` repeat them in the way react-admin reads them. */
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

const toProblem = (error: Error, log: Log): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(error.status, sentence(error));
  if (error instanceof CodatRefusal) return new Problem(502, error.message);
  if (error instanceof CodatUnavailable)
    return new Problem(503, `${error.message} Try again later.`, {
      headers: { 'retry-after': String(Math.ceil(error.retryAfterSeconds ?? 30)) },
    });
  if (isUnavailable(error))
    return new Problem(503, 'The database is away. Try again in a few seconds.', {
      headers: { 'retry-after': '5' },
    });
  if (isInvalidValue(error))
    return new Problem(
      400,
      'A value holds something that can’t be stored, such as a NUL character.',
    );
  log.error({ err: error }, 'request failed');
  return new Problem(500, 'Something went wrong on our side. It is in the log; try again.');
};

const sentence = ({ message, status }: HTTPException): string =>
  message || STATUS_TITLES[status] || 'Error';

export const errorHandler =
  (log: Log): ErrorHandler =>
  (error, context) =>
    problemResponse(context, toProblem(error, log));
