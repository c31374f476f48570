import { CodatUnavailable, NOT_THE_API } from '../errors.ts';
import { storableJson } from './storable-json.ts';

/** How long a request may take until its whole body is read, and how long that body may be. */
export type Bounds = { milliseconds: number; bytes: number };

const MIB = 1024 ** 2;

/** While a customer or a colleague waits. */
export const PROMPT: Bounds = { milliseconds: 8000, bytes: MIB };

/** While a webhook waits, which Codat sends again after 15 seconds. */
export const BRIEF: Bounds = { milliseconds: 3000, bytes: MIB };

/** In a sync, whose pages hold hundreds of companies. */
export const PATIENT: Bounds = { milliseconds: 30_000, bytes: 20 * MIB };

/**
 * Runs work that must end in time. Doesn’t rely on the work heeding its signal: `fetch` loses track of the signals of
 * cloned requests once they are garbage-collected.
 */
const inTime = async <T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  const late = new CodatUnavailable(`Codat didn’t respond within ${milliseconds / 1000} s.`, {
    kind: 'timeout',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), expiry]);
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/** Reads a body to its end, so that nothing of it can fail later. */
const readBody = async ({ body }: Response, bytes: number, signal: AbortSignal) => {
  if (!body) return '';
  const reader = body.getReader();
  const drop = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', drop);
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return parts.join('') + decoder.decode();
    size += value.byteLength;
    if (size > bytes) throw new CodatUnavailable('Codat’s response is too long.');
    parts.push(decoder.decode(value, { stream: true }));
  }
};

/** The JSON of a body whose type says that it is JSON. Null if it isn’t. */
const jsonOf = (contentType: string, text: string): string | null => {
  if (!/json/i.test(contentType)) return null;
  try {
    return storableJson(text);
  } catch {
    return null;
  }
};

const KEPT_HEADERS = ['date', 'retry-after', 'x-rate-limit-remaining'];

const headersOf = ({ headers }: Response, contentType: string): Headers => {
  const kept = KEPT_HEADERS.map((name) => [name, headers.get(name) ?? '']);
  const given = Object.fromEntries(kept.filter(([, value]) => value));
  return new Headers({ ...given, 'content-type': contentType });
};

const hasNoBody = (status: number): boolean => [204, 205, 304].includes(status);

/**
 * `fetch` for requests to Codat, which trusts nothing that is sent back. Follows no redirect. The response has been read
 * to its end and says that it is JSON only if it is, because the SDK leaves an unhandled rejection behind, which ends the
 * process, when it meets anything else.
 * @throws CodatUnavailable when the response isn’t complete in time, is too long, or isn’t HTTP as we know it
 */
export const boundedFetch =
  (fetcher: typeof fetch, { milliseconds, bytes }: Bounds) =>
  (input: RequestInfo | URL): Promise<Response> =>
    inTime(milliseconds, async (signal) => {
      const response = await fetcher(input, { signal, redirect: 'manual' });
      const { status } = response;
      const text = await readBody(response, bytes, signal);
      if (status < 200 || status > 599) throw new CodatUnavailable(NOT_THE_API);
      const json = jsonOf(response.headers.get('content-type') ?? '', text);
      const headers = headersOf(response, json === null ? 'text/plain' : 'application/json');
      return new Response(hasNoBody(status) ? null : (json ?? text), { status, headers });
    });
