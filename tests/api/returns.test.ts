import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { connection, failure, webhookBody } from '../support/payloads.ts';
import { type LinkedCustomer, linkedCustomer } from '../support/tracked-links.ts';

const CONNECTED = 'Welcome back: you’re connected';
const CHECKING = 'Thank you, we are checking';
const NEUTRAL = 'If something went wrong, open the link you received once more';
const AGAIN = '<form method="post"';

/** Failed visits to Codat: status, text, recognized reason, the page’s title and whether it offers another attempt. */
const FAILURES: [code: string, text: string, reason: string, title: string, again: boolean][] = [
  ['403', 'User cancelled linking', 'cancelled', 'The connection was cancelled', true],
  ['500', 'Unknown error occurred.', 'unknown', 'Something went wrong', true],
  ['501', 'Not supported.', 'unsupported', 'can’t be connected', false],
  ['500', 'The user does not have permission', 'not_administrator', 'An administrator', false],
  ['500', 'Wrong password', 'credentials_rejected', 'did not accept the login', true],
  ['500', 'The service is unavailable', 'software_error', 'does not answer', false],
];

describe.each(DRIVERS)('the return page on $name', (driver) => {
  let test: TestApi;
  let visitor: LinkedCustomer;

  beforeAll(async () => {
    test = await openOn(driver, 'returns');
    visitor = await linkedCustomer(test, 'Harbour Coffee');
    await visitor.press();
  });
  afterEach(() => {
    test.clock.now = NOW;
    test.trouble.answer = null;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const arrive = async (query: Record<string, string>) => {
    const response = await test.request(`/return?${new URLSearchParams(query)}`, {}, null);
    expect(response.status).toBe(200);
    return response.text();
  };

  const deliver = (
    eventType: string,
    id: string,
    fields: Parameters<typeof connection>[1],
    at = NOW,
  ) =>
    test.deliver(
      `${eventType}:${id}:${at}`,
      webhookBody({ eventType, generatedDate: at, payload: connection(id, fields) }),
    );

  /** Creates a customer who opened the link and started a connection that no webhook has reported yet. */
  const begin = async () => {
    const customer = await linkedCustomer(test, 'Quarry Lane & Sons');
    await customer.press();
    const { id } = customer.connection('akxx');
    return {
      ...customer,
      connectionId: id,
      comeBack: (statusCode: string, statusText: string, others = {}) =>
        arrive({
          ...{ journey: customer.token, statusCode, statusText },
          ...{ connectionId: id, companyId: customer.id, platform: 'akxx', ...others },
        }),
    };
  };

  it('welcomes a customer whose connection Codat confirms, and records it once', async () => {
    const customer = await begin();
    test.sandbox.world.approve(customer.connectionId);
    for (const minutes of [1, 2, 200]) {
      test.clock.now = addHours(NOW, minutes / 60);
      const page = await customer.comeBack('200', 'OK');
      expect(page).toContain(CONNECTED);
      expect(page).toContain('Quarry Lane &amp; Sons');
    }
    expect(await customer.customer()).toMatchObject({
      ...{ stage: 'completed', connected: true, software: 'akxx' },
      connectionId: customer.connectionId,
    });
    expect(await customer.events('connection.authorized')).toMatchObject([{ source: 'return' }]);
    expect(await customer.events('journey.completed')).toMatchObject([{ source: 'return' }]);
  });

  it('welcomes a customer whose connection a webhook reported, and records no second approval', async () => {
    const customer = await begin();
    const fields = { connectionId: customer.connectionId, key: 'akxx' };
    test.sandbox.world.approve(customer.connectionId);
    await deliver('connection.connected', customer.id, { ...fields, status: 'Linked' });
    expect(await customer.comeBack('201', '')).toContain(CONNECTED);
    expect(await customer.events('connection.authorized')).toMatchObject([{ source: 'codat' }]);
    expect(await customer.events('journey.completed')).toHaveLength(1);
  });

  it('records no success without Codat’s confirmation, whatever the query says', async () => {
    const customer = await begin();
    expect(await customer.comeBack('200', 'OK')).toContain(CHECKING);
    test.sandbox.world.approve(customer.connectionId);
    test.trouble.answer = () => new Response('{}', { status: 503 });
    expect(await customer.comeBack('200', 'OK')).toContain(CHECKING);
    expect(await customer.customer()).toMatchObject({ stage: 'opened', connected: false });
    test.trouble.answer = null;
    expect(await customer.comeBack('200', 'OK')).toContain(CONNECTED);
  });

  it.each(FAILURES)(
    'explains the failure %s “%s” (%s) and records it once',
    async (code, text, reason, title, again) => {
      const customer = await begin();
      for (const minutes of [1, 2, 200]) {
        test.clock.now = addHours(NOW, minutes / 60);
        const page = await customer.comeBack(code, text);
        expect(page).toContain(title);
        expect(page.includes(AGAIN)).toBe(again);
        expect(page).toContain(customer.path);
        expect(page).toContain('agent@acme.example');
        expect(page).not.toContain(customer.id);
      }
      expect(await customer.events('connection.failed')).toMatchObject([
        { source: 'return', data: { reason, text, statusCode: code } },
      ]);
      expect(await customer.customer()).toMatchObject({
        ...{ failedAttempts: 1, failureReason: reason, stage: 'initiated', software: 'akxx' },
      });
    },
  );

  it('records a second failed attempt', async () => {
    const customer = await begin();
    await customer.comeBack('500', 'Wrong password');
    test.clock.now = addHours(NOW, 1);
    await customer.press();
    await customer.comeBack('500', 'Wrong password');
    await customer.comeBack('500', 'Wrong password');
    expect(await customer.customer()).toMatchObject({ failedAttempts: 2 });
  });

  it('ignores a failure that a webhook has reported since the link was opened', async () => {
    const customer = await begin();
    const at = addHours(NOW, 0.1);
    const errors = [failure('500', 'Wrong password', at)];
    const fields = { connectionId: customer.connectionId, key: 'akxx', errors };
    await deliver('connection.failed', customer.id, fields, at);
    // The customer stays on Codat’s page for a while before returning.
    test.clock.now = addHours(NOW, 2);
    expect(await customer.comeBack('500', 'Wrong password')).toContain('did not accept the login');
    expect(await customer.customer()).toMatchObject({ failedAttempts: 1 });
  });

  it('records no failure of a connected customer', async () => {
    const customer = await begin();
    const fields = { connectionId: customer.connectionId, status: 'Linked' };
    await deliver('connection.connected', customer.id, fields);
    expect(await customer.comeBack('403', '')).toContain('You are connected already');
    expect(await customer.events('connection.failed')).toEqual([]);
  });

  it('records nothing for another customer’s connection, an unknown one or none', async () => {
    const [customer, other] = [await begin(), await begin()];
    for (const connectionId of [other.connectionId, 'nobody', ''])
      expect(await customer.comeBack('500', 'Wrong password', { connectionId })).toContain(AGAIN);
    test.sandbox.world.approve(other.connectionId);
    const forged = { connectionId: other.connectionId };
    expect(await customer.comeBack('200', 'OK', forged)).toContain(CHECKING);
    for (const { id } of [customer, other])
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({
        ...{ stage: 'opened', failedAttempts: 0, connected: false },
      });
  });

  it.each(['200', '403', '500'])(
    'records nothing when the query names another company: status %s',
    async (code) => {
      const [customer, other] = [await begin(), await begin()];
      for (const { connectionId } of [customer, other]) test.sandbox.world.approve(connectionId);
      expect(await customer.comeBack(code, '', { companyId: other.id })).toContain(NEUTRAL);
      expect(await customer.customer()).toMatchObject({ stage: 'opened', failedAttempts: 0 });
    },
  );

  it.each([
    {},
    { journey: '' },
    { journey: '0123456789abcdef0123456789abcdef', statusCode: '200' },
    { journey: '0123456789abcdef0123456789abcdef', statusCode: '500', connectionId: 'a' },
    { journey: "' or 1=1", statusCode: '\0', statusText: '\ud800', companyId: '\0' },
  ])('shows a neutral page for the invalid query %j', async (query) => {
    expect(await arrive(query as Record<string, string>)).toContain(NEUTRAL);
  });

  it('shows a neutral page for a revoked or unopened link and records nothing', async () => {
    const [revoked, unopened] = [await begin(), await linkedCustomer(test)];
    await test.send('PUT', `/api/links/${revoked.link.id}`, { revokedAt: NOW });
    expect(await revoked.comeBack('403', '')).toContain(NEUTRAL);
    const { id } = unopened.connection();
    const query = { journey: unopened.token, statusCode: '500', connectionId: id };
    expect(await arrive(query)).toContain(NEUTRAL);
    for (const { events } of [revoked, unopened])
      expect(await events('connection.failed')).toEqual([]);
  });

  it.each(['', '302', '999', 'NaN'])(
    'shows a neutral page for the status “%s”',
    async (statusCode) => {
      expect(await arrive({ journey: visitor.token, statusCode })).toContain(NEUTRAL);
    },
  );

  it('records a malicious text truncated to 2,000 characters and never shows it', async () => {
    const customer = await begin();
    const text = `<script>alert(1)</script>\0${'x'.repeat(5000)}`;
    expect(await customer.comeBack('500', text)).not.toContain('alert');
    const [event] = await customer.events('connection.failed');
    expect(event.data.text).toMatch(/^<script>alert\(1\)<\/script>x+$/);
    expect(event.data.text).toHaveLength(2000);
  });

  it('has the link page’s privacy headers and weighs less than 30 kB', async () => {
    const response = await test.request(
      `/return?journey=${visitor.token}&statusCode=403`,
      {},
      null,
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
    });
    expect((await response.blob()).size).toBeLessThan(30 * 1024);
  });

  it('records a failure once when the page is requested repeatedly, by HEAD too', async () => {
    const customer = await begin();
    const query = {
      journey: customer.token,
      statusCode: '403',
      connectionId: customer.connectionId,
    };
    const path = `/return?${new URLSearchParams(query)}`;
    for (const method of ['HEAD', 'GET', 'HEAD']) await test.request(path, { method }, null);
    expect(await customer.events('connection.failed')).toHaveLength(1);
  });
});
