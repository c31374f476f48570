import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, ORIGIN, openOn, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { connection, failure, webhookBody } from '../support/payloads.ts';
import { type LinkedCustomer, linkedCustomer } from '../support/tracked-links.ts';

const KILOBYTES_30 = 30 * 1024;
const UNKNOWN = '/l/0123456789abcdef0123456789abcdef';

describe.each(DRIVERS)('a tracked link on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'tracked_links');
  });
  afterEach(() => {
    test.clock.now = NOW;
    test.codatOverride.respond = null;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const revoke = ({ link }: LinkedCustomer) =>
    test.send('PUT', `/api/links/${link.id}`, { revokedAt: NOW }, 'agent');

  /** Delivers a webhook about the customer’s connection. */
  const report = (eventType: string, id: string, fields: Parameters<typeof connection>[1] = {}) =>
    test.deliver(`${eventType}:${id}`, webhookBody({ eventType, payload: connection(id, fields) }));

  it('shows a small page that loads nothing and reveals nothing but the customer’s name', async () => {
    const customer = await linkedCustomer(test, 'Quarry Lane & Sons');
    await report('connection.created', customer.id, { key: 'akxx' });
    const response = await customer.view();
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Quarry Lane &amp; Sons');
    expect(page).toContain('What you’ll need for Oracle NetSuite');
    expect(page).toContain('agent@acme.example');
    expect(new Blob([page]).size).toBeLessThan(KILOBYTES_30);
    expect(page).not.toMatch(/<script|<img|<link rel="stylesheet"|@import|url\(/);
    for (const secret of [
      customer.id,
      'Tom Ellery',
      'tom@brennan.example',
      `${customer.id}-connection`,
    ])
      expect(page).not.toContain(secret);
  });

  it('is not cached, indexed, framed or sent as a referrer', async () => {
    const { headers } = await (await linkedCustomer(test)).view();
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(policy).toContain(`form-action 'self' ${new URL(SANDBOX_URL).origin};`);
    expect(policy).not.toContain('unsafe');
  });

  it('doesn’t count as opened for scanners and email apps that only fetch it', async () => {
    const customer = await linkedCustomer(test);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET', 'HEAD'])
      await test.request(customer.path, { method }, null);
    const head = await test.request(customer.path, { method: 'HEAD' }, null);
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(await customer.stored()).toMatchObject({ openings: 0, lastOpenedAt: null });
    expect(await customer.opened()).toEqual([]);
    expect(await customer.customer()).toMatchObject({ stage: 'created' });
  });

  it('redirects from its button to a fresh Link URL with the link’s token', async () => {
    const customer = await linkedCustomer(test);
    const response = await customer.press();
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.href.startsWith(`${SANDBOX_URL}/link/company/${customer.id}?otp=`)).toBe(true);
    expect(location.searchParams.get('journey')).toBe(customer.token);
    expect(await customer.stored()).toMatchObject({ openings: 1, lastOpenedAt: NOW });
    expect(await customer.opened()).toMatchObject([
      { source: 'link', data: { linkId: customer.link.id }, actorId: null },
    ]);
    expect(await customer.customer()).toMatchObject({ stage: 'opened', lastActivityAt: NOW });
  });

  it('redirects a customer with a pending connection straight to its approval', async () => {
    const customer = await linkedCustomer(test);
    const { id } = customer.connection();
    await report('connection.created', customer.id, { connectionId: id, key: 'akxx' });
    const location = (await customer.press()).headers.get('location') ?? '';
    expect(location).toContain(`/link/connections/${id}/start?otp=`);
    expect(await (await customer.view()).text()).not.toContain('Choose your software');
  });

  it('counts clicks within a minute as one opening and later ones as another', async () => {
    const customer = await linkedCustomer(test);
    const twice = await Promise.all([customer.press(), customer.press()]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    test.clock.now = addHours(NOW, 59 / 3600);
    expect((await customer.press()).status).toBe(303);
    expect(await customer.stored()).toMatchObject({ openings: 1 });
    test.clock.now = addHours(NOW, 1 / 60);
    await customer.press();
    expect(await customer.stored()).toMatchObject({ openings: 2, lastOpenedAt: test.clock.now });
    expect(await customer.opened()).toHaveLength(2);
  });

  it('works three weeks later, although Codat’s own links work once and for a day', async () => {
    const customer = await linkedCustomer(test);
    const first = (await customer.press()).headers.get('location') ?? '';
    test.clock.now = addHours(NOW, 21 * 24);
    const open = async (url: string) => (await test.sandbox.fetch(new Request(url))).status;
    expect(await open(first)).toBe(410);
    const fresh = (await customer.press()).headers.get('location') ?? '';
    expect(await open(fresh)).toBe(303);
    expect(await open(fresh)).toBe(410);
  });

  it.each([
    ...[
      '.',
      ',',
      ')',
      '>',
      '"',
      '”',
      '’',
      '*',
      ';',
      '!',
      '/',
      '&amp;utm=1',
      '.)',
      '%2E',
      '%3E',
      '%22',
      '%20',
    ],
    ...[
      '%3C/a%3E',
      '%3Cbr%3E',
      '%0D%0A',
      '%C2%A0',
      '%E2%80%8B',
      '%253E',
      '%',
      '=20',
      ' and then',
      '](',
    ],
  ])('works with %j after its address, as some mail programs open it', async (after) => {
    const customer = await linkedCustomer(test);
    for (const method of ['GET', 'POST']) {
      const response = await test.request(`${customer.path}${after}`, { method }, null);
      expect([method, response.status]).toEqual([method, method === 'GET' ? 200 : 303]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(await customer.stored()).toMatchObject({ openings: 1 });
  });

  it.each([
    ['in capitals', (token: string) => token.toUpperCase()],
    ['in brackets', (token: string) => `%3C${token}%3E`],
    ['wrapped', (token: string) => `${token.slice(0, 20)}=%0D%0A${token.slice(20)}`],
  ])('works with its token %s', async (_, change) => {
    const { token } = await linkedCustomer(test);
    expect((await test.request(`/l/${change(token)}`, {}, null)).status).toBe(200);
  });

  it('does not work with a part of its token', async () => {
    const { path } = await linkedCustomer(test);
    for (const part of [path.slice(0, -1), `${path.slice(0, -1)}.`])
      expect((await test.request(part, {}, null)).status).toBe(404);
  });

  it('shows the same page if it is unknown, revoked or expired or its customer was deleted', async () => {
    const [revoked, expired, gone] = [
      await linkedCustomer(test),
      await linkedCustomer(test),
      await linkedCustomer(test),
    ];
    await revoke(revoked);
    const generatedDate = addHours(NOW, 1 / 3600);
    const deleted = { eventType: 'company.deleted', generatedDate, payload: { id: gone.id } };
    await test.deliver(`deleted:${gone.id}`, webhookBody(deleted));
    const pages: string[] = [];
    const ask = async (path: string) => {
      for (const method of ['GET', 'POST']) {
        const response = await test.request(path, { method }, null);
        expect(response.status).toBe(404);
        pages.push(await response.text());
      }
    };
    for (const path of [UNKNOWN, revoked.path, gone.path, '/l/', '/l/%00', '/l/short/and/long'])
      await ask(path);
    test.clock.now = addHours(NOW, 90 * 24 - 1);
    expect((await expired.view()).status).toBe(200);
    test.clock.now = addHours(NOW, 90 * 24);
    await ask(expired.path);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('ask the sender for a new one');
    for (const { stored, opened } of [revoked, expired, gone]) {
      expect(await stored()).toMatchObject({ openings: 0 });
      expect(await opened()).toEqual([]);
    }
  });

  it('is valid for the number of days in the settings, or never expires', async () => {
    const customer = await linkedCustomer(test);
    const set = (linkDays: number | null) =>
      test.send('PUT', '/api/workspace-settings/workspace', { linkDays });
    await set(null);
    expect(await customer.stored()).toMatchObject({ expiresAt: null });
    test.clock.now = addHours(NOW, 24 * 3650);
    expect((await customer.view()).status).toBe(200);
    await set(7);
    expect(await customer.stored()).toMatchObject({ expiresAt: addHours(NOW, 7 * 24) });
    expect((await customer.view()).status).toBe(404);
    test.clock.now = addHours(NOW, 24 * 7 - 1);
    expect((await customer.view()).status).toBe(200);
    await set(90);
  });

  it('records one opening while Codat is unavailable and lets the customer try again', async () => {
    const customer = await linkedCustomer(test);
    const answers = [
      () => new Response('{}', { status: 500 }),
      () => new Response('{}', { status: 429, headers: { 'retry-after': '77' } }),
      () => Promise.reject(new TypeError('fetch failed')),
    ];
    for (const answer of answers) {
      test.codatOverride.respond = answer;
      const response = await customer.press();
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toMatch(/^(30|77)$/);
      expect(await response.text()).toContain('name="again" value="yes"');
    }
    test.codatOverride.respond = null;
    test.clock.now = addHours(NOW, 2);
    expect((await customer.press({ again: 'yes' })).status).toBe(303);
    expect(await customer.stored()).toMatchObject({ openings: 1, lastOpenedAt: NOW });
    expect(await customer.opened()).toHaveLength(1);
    expect(test.faults).toEqual([]);
  });

  it('redirects whatever the body, even if it is not a form', async () => {
    const customer = await linkedCustomer(test);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain']) {
      const headers = { 'content-type': type };
      const init = { method: 'POST', body: 'nonsense', headers };
      expect((await test.request(customer.path, init, null)).status).toBe(303);
    }
    expect(test.faults).toEqual([]);
  });

  it('logs the reason when Codat refuses, and hides it from the customer', async () => {
    const customer = await linkedCustomer(test);
    test.codatOverride.respond = () =>
      Response.json(
        { error: 'no' },
        { status: 401, headers: { 'content-type': 'application/json' } },
      );
    const response = await customer.press();
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('CODAT_API_KEY');
    expect(test.logged.at(-1)).toContain('CODAT_API_KEY');
    expect(test.faults.splice(0)).toHaveLength(1);
  });

  it.each([
    'https://evil.example/company/a',
    'https://link.codat.io.evil.example/',
    'http://link.codat.io/company/a',
  ])('never redirects to %s, even if Codat’s API returns it', async (redirect) => {
    const customer = await linkedCustomer(test);
    test.codatOverride.respond = () => Response.json({ id: customer.id, name: 'A', redirect });
    const response = await customer.press();
    expect([response.status, response.headers.get('location')]).toEqual([503, null]);
    expect(test.faults.splice(0)).toHaveLength(1);
  });

  it('ignores other addresses in its query and its form', async () => {
    const customer = await linkedCustomer(test);
    const path = `${customer.path}?url=https://evil.example&redirect=https://evil.example`;
    const form = new URLSearchParams({ url: 'https://evil.example', journey: 'x' });
    const response = await test.request(path, { method: 'POST', body: form }, null);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin).toBe(new URL(SANDBOX_URL).origin);
    expect(location.searchParams.get('journey')).toBe(customer.token);
  });

  it.each<Record<string, string>>([
    { origin: 'null' },
    { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    { 'user-agent': 'some mail client' },
  ])('redirects for a form sent with %j', async (headers) => {
    const customer = await linkedCustomer(test);
    const response = await test.request(customer.path, { method: 'POST', headers }, null);
    expect(response.status).toBe(303);
  });

  it('says so if the customer has connected in the meantime', async () => {
    const customer = await linkedCustomer(test);
    const { id } = customer.connection('gbol');
    const linked = { connectionId: id, status: 'Linked' };
    await report('connection.created', customer.id, { connectionId: id });
    test.sandbox.world.approve(id);
    // Codat knows first, then we do.
    expect(await (await customer.press()).text()).toContain('You’re already connected');
    await report('connection.connected', customer.id, linked);
    test.clock.now = addHours(NOW, 1);
    for (const response of [await customer.view(), await customer.press()]) {
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('You’re already connected');
    }
    expect(await customer.stored()).toMatchObject({ openings: 1 });
  });

  it('shows why the last attempt failed and what to do', async () => {
    const customer = await linkedCustomer(test);
    const errors = [failure('403', 'The user does not have permission')];
    await report('connection.failed', customer.id, { key: 'akxx', errors });
    const page = await (await customer.view()).text();
    expect(page).toContain('Last time: an admin needs to approve this');
    expect(page).toContain('your Oracle NetSuite admin');
    expect(page).not.toContain('does not have permission');
  });

  it('hides the main contact’s failed attempts from the administrator who is asked to help', async () => {
    const customer = await linkedCustomer(test);
    const errors = [failure('403', 'The user does not have permission')];
    await report('connection.failed', customer.id, { key: 'akxx', errors });
    const administrator = { name: 'Ada', email: 'ada@brennan.example', phone: null };
    await test.send('PUT', `/api/customers/${customer.id}`, { contacts: { administrator } });
    const email = { customerId: customer.id, template: 'administrator' };
    const { linkId } = await (await test.send('POST', '/api/emails', email)).json();
    const { address } = await test.json(`/api/links/${linkId}`);
    const page = await (await test.request(address.replace(ORIGIN, ''), {}, null)).text();
    expect(page).toContain('What you’ll need for Oracle NetSuite');
    expect(page).not.toContain('Last time');
  });

  it('never has its token logged', async () => {
    const customer = await linkedCustomer(test);
    await customer.view();
    await customer.press();
    test.codatOverride.respond = () => new Response('', { status: 500 });
    await customer.press();
    await test.request(`/return?journey=${customer.token}&statusCode=200`, {}, null);
    expect(test.logged.length).toBeGreaterThan(0);
    expect(test.logged.filter((line) => line.includes(customer.token))).toEqual([]);
  });
});
