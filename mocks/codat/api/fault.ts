import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Instant } from '../../../src/journey/instant.ts';

type Extras = {
  /** Error messages by field of the body. */
  problems?: Record<string, string>;
  /** Seconds to wait before a retry. */
  retryAfter?: number;
};

/** An error that the API reports to its client. */
export class Fault extends Error {
  readonly status: ContentfulStatusCode;
  readonly extras: Extras;

  constructor(status: ContentfulStatusCode, message: string, extras: Extras = {}) {
    super(message);
    this.status = status;
    this.extras = extras;
  }
}

export const notFound = (what: string): Fault => new Fault(404, `${what} not found`);

export const tooManyRequests = (now: Instant, until: Instant): Fault =>
  new Fault(429, 'You have made too many requests; retry later.', {
    retryAfter: Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000)),
  });

/** Whether a retry may help, in Codat's format. */
const canBeRetried = (status: number): string => (status === 429 || status >= 500).toString();

const validation = (problems: Record<string, string>) => ({
  errors: Object.entries(problems).map(([itemId, message]) => ({
    itemId,
    message,
    validatorName: 'Sandbox',
  })),
  warnings: [],
});

/** Answers with Codat's `ErrorMessage`. */
export const faultResponse = (
  context: Context,
  { status, message, extras: { problems, retryAfter } }: Fault,
  correlationId: string,
): Response =>
  context.json(
    {
      statusCode: status,
      service: 'PublicApi',
      error: message,
      correlationId,
      ...(problems && { validation: validation(problems) }),
      canBeRetried: canBeRetried(status),
      detailedErrorCode: 0,
    },
    status,
    retryAfter === undefined ? {} : { 'retry-after': retryAfter.toString() },
  );
