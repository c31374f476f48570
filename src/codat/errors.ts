import { CodatPlatformError } from '@codat/platform/sdk/models/errors/codatplatformerror.js';
import { z } from 'zod';

/** Codat said no, and would again. The message is a sentence that says what to do. */
export class CodatRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Codat can't answer now. `retryAfterSeconds` is when it asks to be asked again; null when it does not say. */
export class CodatUnavailable extends Error {
  readonly retryAfterSeconds: number | null;

  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** `Retry-After` in seconds; when it is a date, by the clock of whoever sent it. */
const retryAfter = (headers: Headers): number | null => {
  const value = headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const pause = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(pause) ? Math.max(0, pause) : null;
};

const REFUSALS: Record<number, string> = {
  401: 'Codat does not accept the API key: check CODAT_API_KEY.',
  402: 'Codat refuses requests until its invoice is paid.',
  403: 'The API key may not do this: check its rights in Codat’s portal.',
};

/** What Codat itself says about a request it refused. */
const detailOf = (body: string): string => {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return '';
  }
};

const NOT_THE_API = 'Codat answered with something that is not its API: check CODAT_API_URL.';

const explainAnswer = ({ statusCode, headers, body }: CodatPlatformError) => {
  if (statusCode === 429)
    return new CodatUnavailable(
      'Codat asks for a pause: its rate limit is reached.',
      retryAfter(headers),
    );
  if (statusCode >= 500)
    return new CodatUnavailable(`Codat has a fault (status ${statusCode}).`, retryAfter(headers));
  if (statusCode < 400) return new CodatUnavailable(NOT_THE_API);
  const known = REFUSALS[statusCode];
  return new CodatRefusal(
    statusCode,
    known ?? `Codat refused (status ${statusCode}): ${detailOf(body) || 'it does not say why'}.`,
  );
};

/** Tells a refusal from an outage, in a sentence. */
export const explain = (error: unknown): CodatRefusal | CodatUnavailable => {
  if (error instanceof CodatPlatformError) return explainAnswer(error);
  // The SDK wraps what went wrong beneath it.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof z.ZodError || cause instanceof SyntaxError)
    return new CodatUnavailable(NOT_THE_API);
  const words = cause instanceof Error ? cause.message : String(cause);
  return new CodatUnavailable(`Codat can’t be reached (${words}).`);
};
