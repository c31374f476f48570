import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LinkEvent } from '../../src/codat/link-events.ts';
import { endless } from '../../tests/support/endless-body.ts';
import { API_KEY, clientOf, openTestSandbox, PUBLIC_URL } from '../../tests/support/sandbox.ts';

const REDIRECT_URL = 'https://unstuck.test/return?journey={journey}&statusCode={statusCode}';

/** A customer's browser that submits forms and doesn't follow redirects. */
const browse = ({ fetch }: Pick<ReturnType<typeof openTestSandbox>, 'fetch'>) => {
  const visit = async (url: string, form?: Record<string, string>) => {
    const address = new URL(url, PUBLIC_URL);
    const init = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(new Request(address, init));
    return { status: response.status, to: response.headers.get('location') ?? '' };
  };
  return visit;
};

describe('the sandbox', () => {
  it('takes a customer from the API’s Link URL to webhooks and the redirect', async () => {
    const callbacks: LinkEvent[] = [];
    const sandbox = openTestSandbox({
      redirectUrl: REDIRECT_URL,
      linkEvents: (callback) => callbacks.push(callback),
    });
    const visit = browse(sandbox);
    const company = await clientOf(sandbox).companies.create({ name: 'Toft stores' });
    const linkUrl = `${company.redirect}&journey=token`;
    const opened = await visit(linkUrl);
    expect(opened).toMatchObject({ status: 303, to: expect.stringMatching(/\/software$/) });
    expect((await visit(linkUrl)).status).not.toBe(303);
    const page = (name: string) => opened.to.replace(/software$/, name);
    await visit(opened.to, { key: 'gbol' });
    await visit(page('consent'), {});
    await visit(page('sign-in'), { outcome: 'approve' });
    const finished = await visit(page('finish'), {});
    expect(finished.to).toBe('https://unstuck.test/return?journey=token&statusCode=200');
    await sandbox.advanceHours(1);
    expect(sandbox.arrivals.map(({ eventType }) => eventType)).toEqual([
      'company.created',
      'connection.created',
      'connection.connected',
      'read.completed.initial',
    ]);
    expect(callbacks.map(({ type }) => type)).toEqual([
      'onConnectionStarted',
      'onConsent',
      'onConnection',
      'onFinish',
    ]);
  });

  it.each(['', '/'])('answers at its public URL with “%s” appended', async (end) => {
    const sandbox = openTestSandbox({ publicUrl: `${PUBLIC_URL}${end}` });
    expect((await sandbox.fetch(new Request(`${PUBLIC_URL}${end}`))).status).toBe(200);
    expect((await sandbox.ask('/integrations')).status).toBe(200);
  });

  it('answers at the root of its own host', async () => {
    const sandbox = openTestSandbox({ publicUrl: 'https://api.codat.test' });
    const ask = (path: string) => sandbox.fetch(new Request(`https://api.codat.test${path}`));
    expect((await ask('/')).status).toBe(200);
    expect((await ask('/logos/gbol.svg')).status).toBe(200);
    expect((await ask('/companies')).status).toBe(401);
  });

  it('rejects an invalid public URL or redirect URL', () => {
    expect(() => openTestSandbox({ publicUrl: 'sandbox' })).toThrow();
    expect(() => openTestSandbox({ redirectUrl: 'javascript:alert(1)' })).toThrow('redirect URL');
  });
});

/** The paths of all modules that a module loads, including itself. */
const loadedBy = (path: string, known = new Set<string>()): Set<string> => {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(/from '([^']+)'/g))
    if (from.startsWith('.')) loadedBy(new URL(from, `file://${path}`).pathname, known);
  return known;
};

it('the sandbox loads nothing that needs Node', () => {
  const loaded = loadedBy(new URL('./sandbox.ts', import.meta.url).pathname);
  expect(loaded.size).toBeGreaterThan(30);
  const needingNode = [...loaded].filter((path) =>
    /from 'node:|process\.|\bBuffer\b/.test(readFileSync(path, 'utf8')),
  );
  expect(needingNode).toEqual([]);
});

describe('the sandbox’s doors', () => {
  const MEBIBYTE = 1024 * 1024;
  const KEY = { authorization: `Basic ${btoa(API_KEY)}` };

  const send = async (method: string, path: string, headers: Record<string, string>) => {
    const { taken, init } = endless(16 * 1024);
    const request = new Request(`${PUBLIC_URL}${path}`, { ...init, method, headers });
    return { status: (await openTestSandbox().fetch(request)).status, bytes: taken.bytes };
  };

  it.each([
    ['a new company', 'POST', '/companies'],
    ['a changed company', 'PATCH', '/companies/1'],
    ['settings', 'PATCH', '/controls'],
  ])('read no more than a MiB with the key, and nothing without: %s', async (_, method, path) => {
    const { status, bytes } = await send(method, path, KEY);
    expect(status).toBe(413);
    expect(bytes).toBeLessThanOrEqual(MEBIBYTE + 16 * 1024);
    expect(await send(method, path, {})).toEqual({ status: 401, bytes: 0 });
  });

  it.each([
    '/open',
    '/simulation',
    '/link/session/unknown/software',
    '/link/session/unknown/consent',
  ])('read no more than a small form: %s', async (path) => {
    const { status, bytes } = await send('POST', path, {});
    expect(status).toBe(413);
    expect(bytes).toBeLessThanOrEqual(2 * 16 * 1024);
  });

  it.each(['/unknown', '/logos/gbol.svg', '/integrations/gbol/branding', '/link-unknown'])(
    'read nothing where nothing takes a body: %s',
    async (path) => {
      expect((await send('POST', path, {})).bytes).toBe(0);
    },
  );
});
