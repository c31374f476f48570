import { afterEach, expect, it, vi } from 'vitest';
import { discover, fetchUserInfo } from './provider.ts';

const ISSUER = 'https://login.acme.example';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['its description', () => discover({ issuer: ISSUER })],
  ['a person', () => fetchUserInfo(`${ISSUER}/userinfo`, 'token')],
])('follows no redirect of the provider when asked for %s', async (_, ask) => {
  const fetch = vi.fn(async () => Response.json({}, { status: 500 }));
  vi.stubGlobal('fetch', fetch);
  await expect(ask()).rejects.toThrow('answered 500');
  expect(fetch).toHaveBeenCalledWith(
    expect.stringContaining(ISSUER),
    expect.objectContaining({ redirect: 'error' }),
  );
});
