/** Answers requests, as the `fetch` of a Hono app does. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** Paths that the host answers; all others are files of the app. */
export const HOSTED_PATHS = /^\/((api|webhooks|sandbox|l)(\/|$)|(healthz|readyz|return)$)/;

/** Below which path the sandbox Codat answers: its API, and its customers' pages. */
export const SANDBOX_PATH = '/sandbox';

/** Held by the one tab that runs the host, for as long as it is open. */
export const HOST_LOCK = 'unstuck-mock-host';

/** Where the service worker is; beside it lies MSW's own, which it brings in. */
export const WORKER_URL = '/worker.js';
