import { PASSWORD, type TestApi } from './api.ts';
import { cookieOf } from './sign-in.ts';

type Credentials = { email: string; password: string };

/** Requests of a browser that has nothing but what it is given: no session, and a known address if any. */
export const strangerAt = (test: TestApi, address?: string) => {
  const ask = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    test.request(
      path,
      {
        method,
        headers: {
          'content-type': 'application/json',
          ...(address && { 'x-address': address }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      null,
    );
  return {
    ask,
    signIn: ({ email, password }: Credentials) =>
      ask('POST', '/api/auth/sign-in/email', { email, password }),
  };
};

let people = 0;

/** Adds a person with a password, so that the tests can sign them in. */
export const addTestPerson = async (test: TestApi, password = PASSWORD) => {
  people += 1;
  const email = `person-${people}@acme.example`;
  const body = { name: `Person ${people}`, email, role: 'agent', password };
  const response = await test.send('POST', '/api/users', body);
  const { id } = await response.json();
  return { id: String(id), name: body.name, email, password };
};

/** Signs someone in, and sends requests as a browser with that session does. */
export const signedIn = async (test: TestApi, who: Credentials, address?: string) => {
  const { ask, signIn } = strangerAt(test, address);
  const cookie = cookieOf(await signIn(who));
  const send = (method: string, path: string, body?: unknown) =>
    ask(method, path, body, { cookie });
  return { cookie, send, json: async (path: string) => (await send('GET', path)).json() };
};
