import { fetchUtils, HttpError } from 'react-admin';
import type { z } from 'zod';

const OFFLINE = 'Can’t reach Unstuck. Check your connection and try again.';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * Fetches JSON.
 * @throws HttpError with the server's message, or with status 0 when the server can't be reached
 */
export const fetchJson: typeof fetchUtils.fetchJson = async (url, options) => {
  try {
    return await fetchUtils.fetchJson(url, options);
  } catch (error) {
    if (error instanceof HttpError || isAbort(error)) throw error;
    throw new HttpError(OFFLINE, 0);
  }
};

/** As `fetch`, but throws like `fetchJson` for an unsuccessful response. */
export const fetchOrThrow: typeof fetch = async (input, init) => {
  const { status, headers, body } = await fetchJson(
    input instanceof URL ? input.href : input,
    init,
  );
  return new Response(body, { status, headers });
};

/**
 * Fetches JSON of a known shape.
 * @throws HttpError as `fetchJson`; ZodError when the response has another shape
 */
export const fetchParsed = async <S extends z.ZodType>(
  schema: S,
  ...request: Parameters<typeof fetchJson>
): Promise<z.output<S>> => schema.parse((await fetchJson(...request)).json);
