/** Answers requests, as the `fetch` of a Hono app does. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** The paths that the host answers. All others are files of the app. */
export const HOSTED_PATHS =
  /^\/(api|webhooks|sandbox|l|healthz|readyz|return|invitation|password)(\/|$)/;

/** The path of the sandbox Codat's API and customer pages. */
export const SANDBOX_PATH = '/sandbox';

/** The lock that the tab running the host holds for as long as it is open. */
export const HOST_LOCK = 'unstuck-mock-host';

/** The path of the service worker, which imports MSW's own from beside it. */
export const WORKER_URL = '/worker.js';
