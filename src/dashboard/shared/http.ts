import type { fetchUtils } from 'react-admin';
import { requestJson, unreachable } from './server/request.ts';
import { getSession, isSignedOut, wasSignedIn } from './server/session.ts';

/** Makes a request. When the session has ended, waits until people have signed in again and repeats it. */
export const whenSignedIn = async <T>(request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (error) {
    if (!isSignedOut(error) || !wasSignedIn()) throw error;
    await getSession();
    return request();
  }
};

/**
 * Fetches JSON. When the session has ended, waits until people have signed in again and repeats the request.
 * @throws HttpError with the server's message, or with status 0 when the server can't be reached
 */
export const fetchJson: typeof fetchUtils.fetchJson = (url, options) =>
  whenSignedIn(() => requestJson(url, options));

/** As `fetch`, but throws like `fetchJson` for an unsuccessful response. */
export const fetchOrThrow: typeof fetch = async (input, init) => {
  const { status, headers, body } = await fetchJson(
    input instanceof URL ? input.href : input,
    init,
  );
  // Some statuses allow no body, not even an empty one.
  return new Response(body || null, { status, headers });
};

/** As `fetchJson`, for what always answers with JSON: some networks answer every request with a page of their own. */
export const fetchRecords: typeof fetchJson = async (...request) => {
  const response = await fetchJson(...request);
  if (response.json === undefined) throw unreachable();
  return response;
};
