import { CodatPlatformError } from '@codat/platform/sdk/models/errors/codatplatformerror.js';
import { z } from 'zod';

/** Codat rejected a request, and would reject it again. The message says what to do. */
export class CodatRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Codat can’t respond now. `retryAfterSeconds` is the pause it asks for, or null if it doesn’t say. */
export class CodatUnavailable extends Error {
  readonly retryAfterSeconds: number | null;

  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** `Retry-After` in seconds. A date is measured against the sender’s own clock. */
const retryAfter = (headers: Headers): number | null => {
  const value = headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const pause = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(pause) ? Math.max(0, pause) : null;
};

const REFUSALS: Record<number, string> = {
  401: 'Codat rejected the API key. Check CODAT_API_KEY.',
  402: 'Codat has suspended API access: unpaid invoice.',
  403: 'The API key lacks permission. Check it in Codat’s portal.',
};

const errorBody = z.object({ error: z.string() });

/** Codat’s own explanation of a rejected request. */
const detailOf = (body: string): string => {
  try {
    return errorBody.safeParse(JSON.parse(body)).data?.error ?? '';
  } catch {
    return '';
  }
};

const NOT_THE_API = 'The response didn’t come from Codat’s API. Check CODAT_API_URL.';

const explainResponse = ({ statusCode, headers, body }: CodatPlatformError) => {
  if (statusCode === 429)
    return new CodatUnavailable('Codat’s rate limit reached.', retryAfter(headers));
  if (statusCode >= 500)
    return new CodatUnavailable(`Codat returned an error (${statusCode}).`, retryAfter(headers));
  if (statusCode < 400) return new CodatUnavailable(NOT_THE_API);
  const known = REFUSALS[statusCode];
  return new CodatRefusal(
    statusCode,
    known ?? `Codat rejected the request (${statusCode}): ${detailOf(body) || 'no reason given'}.`,
  );
};

/** Turns any error of a request to Codat into a refusal or an outage, with a message for people. */
export const explain = (error: unknown): CodatRefusal | CodatUnavailable => {
  if (error instanceof CodatPlatformError) return explainResponse(error);
  // The SDK wraps the underlying error.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof z.ZodError || cause instanceof SyntaxError)
    return new CodatUnavailable(NOT_THE_API);
  const details = cause instanceof Error ? cause.message : String(cause);
  return new CodatUnavailable(`Can’t reach Codat (${details}).`);
};
