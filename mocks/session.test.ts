import { expect, it } from 'vitest';
import { keepSession } from './session.ts';

const ADDRESS = 'http://unstuck.test/api/customers';

/** An app that echoes a request's credentials and issues a token on sign-in. */
const app = (request: Request): Response =>
  Response.json([request.headers.get('authorization'), request.headers.get('cookie')], {
    headers: request.url.endsWith('sign-in') ? { 'set-auth-token': 'the token' } : {},
  });

it('sends no token before sign-in, and then the latest with every request', async () => {
  const fetch = keepSession(app);
  expect(await (await fetch(new Request(ADDRESS))).json()).toEqual([null, null]);
  await fetch(new Request(`${ADDRESS}/sign-in`));
  expect(await (await fetch(new Request(ADDRESS))).json()).toEqual(['Bearer the token', null]);
});

it.each([
  [{ authorization: 'Bearer a key' }, ['Bearer a key', null]],
  [{ cookie: 'session=another' }, [null, 'session=another']],
])('keeps a request’s own credentials: %o', async (headers, received) => {
  const fetch = keepSession(app);
  await fetch(new Request(`${ADDRESS}/sign-in`));
  expect(await (await fetch(new Request(ADDRESS, { headers }))).json()).toEqual(received);
});
