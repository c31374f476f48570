import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { protection } from './protection.ts';

const headersAt = async (PUBLIC_URL: string): Promise<Headers> =>
  (await new Hono().use(protection({ PUBLIC_URL })).request('/')).headers;

it('lets pages load and run only what is ours, and no one frame them', async () => {
  const policy = (await headersAt('https://unstuck.example')).get('content-security-policy');
  for (const rule of [
    "default-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy?.split('; ')).toContain(rule);
});

it.each([
  ['https://unstuck.example', 'max-age=63072000'],
  ['http://localhost:3000', null],
])('asks browsers to stay on https at %s: %s', async (url, value) => {
  expect((await headersAt(url)).get('strict-transport-security')).toBe(value);
});
