import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { deliveries } from '../../src/database/schema/index.ts';
import { LINK_EVENTS_KEY, openTestApi, type TestApi } from '../support/api.ts';
import { endless } from '../support/endless-body.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';
import { signedDelivery } from '../support/webhooks.ts';

const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const UNKNOWN = '/l/00000000000000000000000000000000';

const headersOf = (init: RequestInit) => Object.fromEntries(new Headers(init.headers));

/** Headers like those of Codat, of which only the body could tell that they are made up. */
const forged = () => headersOf(signedDelivery('forged', 'another body'));

describe('strangers', () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openTestApi(await openStarted());
    // Otherwise Codat is asked about each new company.
    await test.send('PUT', '/api/codat-settings/codat', { product: null });
    await test.deliver('1', webhookBody({ eventType: 'company.created', payload: company('c') }));
  });
  afterEach(() => {
    vi.useRealTimers();
    // The next test starts in another minute.
    test.clock.now = new Date(Date.parse(test.clock.now) + 120_000).toISOString();
    expect(test.faults).toEqual([]);
  });
  afterAll(() => test.close());

  const ask = (path: string, init: RequestInit = {}, address = '203.0.113.7') =>
    test.request(path, { ...init, headers: { ...headersOf(init), 'x-address': address } }, null);
  const rejected = async () => {
    const rows: { count: number }[] = await test.json('/api/rejections');
    return rows.reduce((sum, { count }) => sum + count, 0);
  };

  it.each([
    ['an upload without a session', '/api/contact-imports?fileName=a.csv', {}, 401],
    ['a record without a session', '/api/notes', JSON_TYPE, 401],
    ['a link event without the key', '/api/link-events', JSON_TYPE, 401],
    ['a webhook without a signature', '/webhooks/codat', JSON_TYPE, 401],
    [
      'a webhook with an old timestamp',
      '/webhooks/codat',
      headersOf(signedDelivery('old', '', new Date(0))),
      401,
    ],
  ])('are refused before the body is read: %s', async (_, path, headers, status) => {
    const { taken, init } = endless();
    const response = await ask(path, { ...init, headers });
    expect([response.status, taken.bytes]).toEqual([status, 0]);
  });

  it.each([
    ['a webhook', '/webhooks/codat', forged, 1],
    ['a sign-in', '/api/auth/sign-in/email', () => JSON_TYPE, 1 / 16],
    ['the button of a link', UNKNOWN, () => ({}), 1 / 64],
  ])('may not send more than is needed: %s', async (_, path, headers, mebibytes) => {
    const { taken, init } = endless(16 * 1024);
    const response = await ask(path, { ...init, headers: headers() });
    expect([response.status, taken.cancelled]).toEqual([413, true]);
    expect(taken.bytes).toBeLessThanOrEqual(mebibytes * MEBIBYTE + 16 * 1024);
  });

  it('may not take more than ten seconds to send it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { init } = endless(10, 3);
    const answered = ask('/webhooks/codat', { ...init, headers: forged() });
    await vi.advanceTimersByTimeAsync(10_000);
    const response = await answered;
    expect([response.status, response.headers.get('connection')]).toEqual([408, 'close']);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it('hold at most 16 MiB at once from one address, and others are served meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const send = () => ask('/webhooks/codat', { ...endless(10, 3).init, headers: forged() });
    const waiting = Array.from({ length: 16 }, send);
    const response = await send();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const body = webhookBody({ eventType: 'company.created', payload: company('other') });
    const delivery = await ask('/webhooks/codat', signedDelivery('other', body), '198.51.100.1');
    expect(delivery.status).toBe(204);
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(16).fill(408));
    const again = ask('/webhooks/codat', { ...endless(10, 3).init, headers: forged() });
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await again).status).toBe(408);
  });

  it('are told when a body breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('Cut.')) });
    const init = { method: 'POST', body, duplex: 'half', headers: forged() };
    expect((await ask('/webhooks/codat', init)).status).toBe(400);
  });

  it('may guess a hundred links a minute, and then see a friendly page for the rest of that minute', async () => {
    for (let guess = 0; guess < 100; guess++) expect((await ask(UNKNOWN)).status).toBe(404);
    const response = await ask(UNKNOWN);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Your link still works.');
    expect((await ask(UNKNOWN, {}, '198.51.100.1')).status).toBe(404);
    test.clock.now = new Date(Date.parse(test.clock.now) + 60_000).toISOString();
    expect((await ask(UNKNOWN)).status).toBe(404);
  });

  it('may press sixty buttons and return 120 times a minute from one address', async () => {
    const { address } = await (await test.send('POST', '/api/links', { customerId: 'c' })).json();
    const path = new URL(address).pathname;
    const press = async () => (await ask(path, { method: 'POST' })).status;
    expect(await press()).not.toBe(404);
    for (let pressed = 1; pressed < 60; pressed++) expect(await press()).not.toBe(429);
    expect(await press()).toBe(429);
    expect((await ask(path)).status).toBe(200);
    for (let returned = 0; returned < 120; returned++)
      expect((await ask('/return')).status).toBe(200);
    expect((await ask('/return')).status).toBe(429);
    // Codat has no Link URL for this customer, which is logged as an error.
    test.faults.length = 0;
  });

  it('may send a hundred unsigned webhooks a minute, and further ones are rejected without being counted', async () => {
    const send = async () => (await ask('/webhooks/codat', { method: 'POST', body: '{}' })).status;
    const before = await rejected();
    for (let sent = 0; sent < 100; sent++) expect(await send()).toBe(401);
    for (let sent = 0; sent < 100; sent++) expect(await send()).toBe(429);
    expect((await rejected()) - before).toBe(100);
  });

  it('do not keep a signed webhook from the same address out', async () => {
    for (let sent = 0; sent < 101; sent++)
      await ask('/webhooks/codat', { method: 'POST', body: '{}' });
    const body = webhookBody({ eventType: 'company.created', payload: company('signed') });
    expect((await ask('/webhooks/codat', signedDelivery('signed', body))).status).toBe(204);
    const stored = await test.database.select().from(deliveries).where(eq(deliveries.id, 'signed'));
    expect(stored).toHaveLength(1);
  });

  it('may guess the key of link events a hundred times a minute', async () => {
    const guess = async (key: string) =>
      (
        await ask('/api/link-events', {
          method: 'POST',
          headers: { ...JSON_TYPE, authorization: `Bearer ${key}` },
          body: '{}',
        })
      ).status;
    for (let guessed = 0; guessed < 100; guessed++) expect(await guess('wrong')).toBe(401);
    expect(await guess('wrong')).toBe(429);
    expect(await guess(LINK_EVENTS_KEY)).toBe(422);
  });
});
