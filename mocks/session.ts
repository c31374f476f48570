import type { Fetch } from './hosted.ts';

/**
 * Keeps one person signed in. A mocked response can't set cookies, nor can a page read a request's cookies. So the session
 * uses better-auth's bearer token, kept here as a browser would keep a cookie. A request that has its own credentials
 * keeps them.
 */
export const keepSession = (fetch: Fetch): Fetch => {
  let token: string | null = null;
  return async (request) => {
    const headers = new Headers(request.headers);
    if (token && !headers.has('authorization') && !headers.has('cookie'))
      headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(new Request(request, { headers }));
    token = response.headers.get('set-auth-token') ?? token;
    return response;
  };
};
