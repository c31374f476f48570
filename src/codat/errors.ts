import { CodatPlatformError } from '@codat/platform/sdk/models/errors/codatplatformerror.js';
import { z } from 'zod';
import { cut } from '../common/cut.ts';

/** Codat rejected a request, and would reject it again. The message says what to do. */
export class CodatRefusal extends Error {
  readonly kind = 'rejected';
  readonly status: number;
  /** What Codat’s support finds the request by. Null if the response names none. */
  readonly correlationId: string | null;

  constructor(status: number, message: string, correlationId: string | null = null) {
    super(message);
    this.status = status;
    this.correlationId = correlationId;
  }
}

/** Why Codat can’t respond: its rate limit, an error of its own, no response in time, or none at all. */
type Outage = 'rate_limited' | 'failing' | 'timeout' | 'unreachable';

type Circumstances = {
  kind?: Outage;
  /** The pause that Codat asks for. Null if it doesn’t say. */
  retryAfterSeconds?: number | null;
  /** As for a refusal. */
  correlationId?: string | null;
};

/** Codat can’t respond now. */
export class CodatUnavailable extends Error {
  readonly kind: Outage;
  readonly retryAfterSeconds: number | null;
  readonly correlationId: string | null;

  constructor(message: string, circumstances: Circumstances = {}) {
    super(message);
    this.kind = circumstances.kind ?? 'unreachable';
    this.retryAfterSeconds = circumstances.retryAfterSeconds ?? null;
    this.correlationId = circumstances.correlationId ?? null;
  }
}

/** The shortest and longest pause that Codat can ask for, in seconds. */
const PAUSE = { least: 1, most: 3600 };

const clamp = (seconds: number): number => Math.min(Math.max(seconds, PAUSE.least), PAUSE.most);

/**
 * `Retry-After` in seconds, from 1 to 3,600: a longer pause is asked for again. Null if it makes no sense. A date is
 * measured against the sender’s own clock.
 */
const retryAfter = (headers: Headers): number | null => {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return clamp(Number(value));
  const pause = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(pause) && pause >= 0 ? clamp(pause) : null;
};

/** The largest number that the database stores. */
const MOST_REMAINING = 2 ** 31 - 1;

/** `X-Rate-Limit-Remaining`: the number of requests left today. Null if Codat doesn’t say, or says nonsense. */
export const remainingRequests = (headers: Headers): number | null => {
  const value = headers.get('x-rate-limit-remaining')?.trim() ?? '';
  return /^\d+$/.test(value) ? Math.min(Number(value), MOST_REMAINING) : null;
};

const REFUSALS: Record<number, string> = {
  401: 'Codat rejected the API key. Check CODAT_API_KEY.',
  402: 'Codat has suspended API access: unpaid invoice.',
  403: 'The API key lacks permission. Check it in Codat’s portal.',
};

const errorBody = z.object({
  error: z.string().catch(''),
  correlationId: z.string().max(200).nullish().catch(null),
});

/** The longest explanation that people get to read, in characters. */
const LONGEST_DETAIL = 300;

/** Codat’s own explanation of an error. Null when the body isn’t JSON, so that it can’t be Codat’s. */
const explanationOf = (body: string) => {
  try {
    const { data } = errorBody.safeParse(JSON.parse(body));
    const correlationId = data?.correlationId ?? null;
    return { detail: cut(data?.error ?? '', LONGEST_DETAIL), correlationId };
  } catch {
    return null;
  }
};

export const NOT_THE_API = 'The response didn’t come from Codat’s API. Check CODAT_API_URL.';

const explainResponse = ({ statusCode, headers, body }: CodatPlatformError) => {
  const explanation = explanationOf(body);
  const correlationId = explanation?.correlationId ?? null;
  const circumstances = { retryAfterSeconds: retryAfter(headers), correlationId };
  if (statusCode === 429)
    return new CodatUnavailable('Codat’s rate limit reached.', {
      ...circumstances,
      kind: 'rate_limited',
    });
  if (statusCode >= 500)
    return new CodatUnavailable(`Codat returned an error (${statusCode}).`, {
      ...circumstances,
      kind: 'failing',
    });
  // A gateway’s or a proxy’s response passes. That a key is rejected is believed without a body.
  if (statusCode < 400 || (explanation === null && statusCode !== 401))
    return new CodatUnavailable(NOT_THE_API);
  const why = explanation?.detail || 'no reason given';
  const known = REFUSALS[statusCode];
  return new CodatRefusal(
    statusCode,
    known ?? `Codat rejected the request (${statusCode}): ${why}.`,
    correlationId,
  );
};

/** Turns any error of a request to Codat into a refusal or an outage, with a message for people. */
export const explain = (error: unknown): CodatRefusal | CodatUnavailable => {
  if (error instanceof CodatPlatformError) return explainResponse(error);
  // The SDK wraps the underlying error.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof CodatUnavailable) return cause;
  if (cause instanceof z.ZodError || cause instanceof SyntaxError)
    return new CodatUnavailable(NOT_THE_API);
  const details = cause instanceof Error ? cause.message : String(cause);
  return new CodatUnavailable(`Can’t reach Codat (${details}).`);
};
