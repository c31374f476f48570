import { http } from 'msw/http';
import { type Fetch, HOSTED_PATHS } from './hosted.ts';

/** Passes every request for a hosted path to the host, whatever its method. */
export const createHandlers = (publicUrl: string, fetch: Fetch) => [
  http.all(
    ({ request }) => {
      const { origin, pathname } = new URL(request.url);
      return origin === new URL(publicUrl).origin && HOSTED_PATHS.test(pathname);
    },
    ({ request }) => fetch(request),
  ),
];
