import type { fetchUtils } from 'react-admin';
import type { z } from 'zod';
import { requestJson } from './server/request.ts';
import { getSession, isSignedOut, wasSignedIn } from './server/session.ts';

/**
 * Fetches JSON. When the session has ended, waits until people have signed in again and repeats the request.
 * @throws HttpError with the server's message, or with status 0 when the server can't be reached
 */
export const fetchJson: typeof fetchUtils.fetchJson = async (url, options) => {
  try {
    return await requestJson(url, options);
  } catch (error) {
    if (!isSignedOut(error) || !wasSignedIn()) throw error;
    await getSession();
    return requestJson(url, options);
  }
};

/** As `fetch`, but throws like `fetchJson` for an unsuccessful response. */
export const fetchOrThrow: typeof fetch = async (input, init) => {
  const { status, headers, body } = await fetchJson(
    input instanceof URL ? input.href : input,
    init,
  );
  // Some statuses allow no body, not even an empty one.
  return new Response(body || null, { status, headers });
};

/**
 * Fetches JSON of a known shape.
 * @throws HttpError as `fetchJson`; ZodError when the response has another shape
 */
export const fetchParsed = async <S extends z.ZodType>(
  schema: S,
  ...request: Parameters<typeof fetchJson>
): Promise<z.output<S>> => schema.parse((await fetchJson(...request)).json);
