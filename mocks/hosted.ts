/** Paths that the host answers; all others are files of the app. */
export const HOSTED_PATHS = /^\/((api|webhooks|l|sandbox)\/|(healthz|readyz|return)$)/;

/** Where Codat's API is, for which the sandbox stands in. */
export const CODAT_ORIGIN = 'https://api.codat.io';

/** Whether the host of an address answers a request. */
export const isHosted = (publicUrl: string, { url }: Request): boolean => {
  const { origin, pathname } = new URL(url);
  return (
    origin === CODAT_ORIGIN || (origin === new URL(publicUrl).origin && HOSTED_PATHS.test(pathname))
  );
};

/** Held by the one tab that runs the host, for as long as it is open. */
export const HOST_LOCK = 'unstuck-mock-host';

/** Where the service worker is; beside it lies MSW's own, which it brings in. */
export const WORKER_URL = '/worker.js';
