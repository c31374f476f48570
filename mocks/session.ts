import type { Fetch } from './hosted.ts';

/**
 * Keeps one person signed in. A page can neither set a cookie by an answer that it makes up nor read the cookies of a
 * request, so the session travels as better-auth's bearer token, which is kept here as a browser would keep a cookie.
 * A request that brings credentials of its own keeps them.
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
