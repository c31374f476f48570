import { http } from 'msw/http';
import { type Fetch, HOSTED_PATHS } from './hosted.ts';

/** Hands every request that is the host's to it, whatever its method. */
export const createHandlers = (publicUrl: string, fetch: Fetch) => [
  http.all(
    ({ request }) => {
      const { origin, pathname } = new URL(request.url);
      return origin === new URL(publicUrl).origin && HOSTED_PATHS.test(pathname);
    },
    ({ request }) => fetch(request),
  ),
];
