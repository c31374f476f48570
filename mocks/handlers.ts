import { http } from 'msw/http';
import type { Fetch } from './host.ts';
import { isHosted } from './hosted.ts';

/** Hands every request that is the host's to it, whatever its method. */
export const createHandlers = (publicUrl: string, fetch: Fetch) => [
  http.all(
    ({ request }) => isHosted(publicUrl, request),
    ({ request }) => fetch(request),
  ),
];
