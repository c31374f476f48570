import { fetchUtils, HttpError } from 'react-admin';
import { isInBackground } from './background.ts';

const UNREACHABLE = 'Can’t reach Unstuck. Check your connection and try again.';

/** No answer at all, a proxy’s answer that there is none, and the API’s own without its database. */
const OUTAGES = [0, 502, 503, 504];

/** Whether a request failed because the server can’t be reached or can’t answer at the moment. */
export const isOutage = (error: unknown): boolean =>
  error instanceof HttpError && OUTAGES.includes(error.status);

/** In milliseconds, between attempts to reach a server that can’t be reached. */
export const RETRY_MS = 3000;

export const wait = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export const unreachable = (status = 0): HttpError => new HttpError(UNREACHABLE, status);

/** Why the server refused a request whose answer isn’t JSON when all is well. */
export const refusalOf = async (response: Response): Promise<HttpError> => {
  const body: unknown = await response.json().catch(() => null);
  const message = typeof body === 'object' && body !== null && 'message' in body && body.message;
  if (typeof message !== 'string') return unreachable(response.status);
  return new HttpError(message, response.status);
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Takes the answer that another page got a second ago. */
const inBackground = (options: fetchUtils.Options = {}): fetchUtils.Options => {
  const headers = new Headers(options.headers ?? { accept: 'application/json' });
  headers.set('cache-control', 'max-age=1');
  return { ...options, headers };
};

let reads = new AbortController();

const endReads = (): void => {
  reads.abort();
  reads = new AbortController();
};

let readsWait: Promise<void> | undefined;

/**
 * Ends requests that only read, as their answers won't be seen, and holds new ones back until it has ended the session.
 * They would be refused. What people changed is still saved. If the session can't be ended, reading goes on.
 */
export const withoutReads = async (endSession: () => Promise<unknown>): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  readsWait = promise;
  endReads();
  try {
    await endSession();
    endReads();
  } finally {
    readsWait = undefined;
    resolve();
  }
};

const untilEnded = async (options: fetchUtils.Options = {}): Promise<fetchUtils.Options> => {
  if (options.method && options.method !== 'GET') return options;
  const signals = [reads.signal, options.signal].filter((signal) => signal != null);
  await readsWait;
  return { ...options, signal: AbortSignal.any(signals) };
};

/**
 * Fetches JSON.
 * @throws AbortError when the request was ended
 * @throws HttpError with the server's message, or with status 0 when the server can't be reached
 */
export const requestJson: typeof fetchUtils.fetchJson = async (url, options) => {
  // Asked at once: what is read in the background is known only while it is called.
  const asked = isInBackground() ? inBackground(options) : options;
  try {
    return await fetchUtils.fetchJson(url, await untilEnded(asked));
  } catch (error) {
    if (isAbort(error)) throw error;
    if (!(error instanceof HttpError)) throw unreachable();
    // The page of a proxy says nothing that helps.
    if (isOutage(error) && !error.body?.message) throw unreachable(error.status);
    throw error;
  }
};
