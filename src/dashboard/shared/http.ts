import { fetchUtils, HttpError } from 'react-admin';

const OFFLINE = 'The server can’t be reached. Check your connection and try again.';

/** Fetches JSON; a failure to connect is told in words rather than in the browser's. */
export const fetchJson: typeof fetchUtils.fetchJson = async (url, options) => {
  try {
    return await fetchUtils.fetchJson(url, options);
  } catch (error) {
    if (error instanceof HttpError || (error as Error).name === 'AbortError') throw error;
    throw new HttpError(OFFLINE, 0);
  }
};
