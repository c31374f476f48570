/** The `cookie` header that sends back a response’s cookies. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const AGENT = { email: 'agent@unstuck.test', password: 'unstuck-sandbox' };
export const ADMIN = { email: 'admin@unstuck.test', password: 'unstuck-sandbox' };

/** Signs in to a running server, by default as the sandbox’s agent, and returns the cookie. */
export const signInTo = async (url: string, credentials = AGENT): Promise<string> => {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  return cookieOf(response);
};

/** Signs in to a running server and sends requests as that user. */
export const sessionAt = async (url: string, credentials = AGENT) => {
  const cookie = await signInTo(url, credentials);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, { headers: { ...headers, cookie } });
  const send = (method: string) => (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    cookie,
    get,
    json: async (path: string) => (await get(path)).json(),
    /** The total of `Content-Range`. */
    total: async (path: string) =>
      Number((await get(path)).headers.get('content-range')?.split('/')[1]),
    post: send('POST'),
    put: send('PUT'),
  };
};

export type Session = Awaited<ReturnType<typeof sessionAt>>;
