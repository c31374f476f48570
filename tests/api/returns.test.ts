import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { connection, failure, webhookBody } from '../support/payloads.ts';
import { type LinkedCustomer, linkedCustomer } from '../support/tracked-links.ts';

const CONNECTED = '<h1>You’re connected</h1>';
const CONFIRMING = 'We’re confirming your connection';
const NEUTRAL = 'If something went wrong, open your link again';
const AGAIN = '<form method="post"';

/** What Codat’s redirect says, and what the customer reads. */
const FAILURES: [code: string, text: string, reason: string, title: string, again: boolean][] = [
  ['403', 'User cancelled linking', 'cancelled', 'You cancelled the connection', true],
  ['500', 'Unknown error occurred.', 'unknown', 'Something went wrong', true],
  ['501', 'Not supported.', 'unsupported', 'isn’t supported', false],
  ['500', 'The user does not have permission', 'not_administrator', 'An admin needs', false],
  ['500', 'Wrong password', 'credentials_rejected', 'didn’t accept the sign-in', true],
  ['500', 'The service is unavailable', 'software_error', 'wasn’t responding', false],
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
    test.codatOverride.respond = null;
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

  const report = (
    eventType: string,
    id: string,
    fields: Parameters<typeof connection>[1],
    at = NOW,
  ) =>
    test.deliver(
      `${eventType}:${id}:${at}`,
      webhookBody({ eventType, generatedDate: at, payload: connection(id, fields) }),
    );

  const attemptsOf = async ({ id }: { id: string }) =>
    (await test.list('attempts', { filter: { customerId: id } })).json();

  /** A customer who opened the link and started a connection that no webhook has reported yet. */
  const begin = async () => {
    const customer = await linkedCustomer(test, 'Quarry Lane & Sons');
    await customer.press();
    const { id } = customer.connection('akxx');
    return {
      ...customer,
      connectionId: id,
      comeBack: (statusCode: string, statusText: string, others = {}) =>
        arrive({
          journey: customer.token,
          statusCode,
          statusText,
          connectionId: id,
          companyId: customer.id,
          platform: 'akxx',
          ...others,
        }),
    };
  };

  it.each([1999, 2000])(
    'keeps a long text whose emoji would be cut at %i characters',
    async (length) => {
      const customer = await begin();
      const page = await customer.comeBack('500', `${'a'.repeat(length)}😀${'b'.repeat(100)}`);
      expect(page).toContain('Something went wrong');
      expect(await attemptsOf(customer)).toMatchObject([{ failureText: 'a'.repeat(length) }]);
    },
  );

  it('records a success once if Codat confirms it', async () => {
    const customer = await begin();
    test.sandbox.world.approve(customer.connectionId);
    for (const minutes of [1, 2, 200]) {
      test.clock.now = addHours(NOW, minutes / 60);
      const page = await customer.comeBack('200', 'OK');
      expect(page).toContain(CONNECTED);
      expect(page).toContain('Quarry Lane &amp; Sons');
    }
    expect(await customer.customer()).toMatchObject({
      stage: 'completed',
      connected: true,
      software: 'akxx',
      connectionId: customer.connectionId,
    });
    expect(await customer.events('connection.authorized')).toMatchObject([{ source: 'return' }]);
    expect(await customer.events('journey.completed')).toMatchObject([{ source: 'return' }]);
  });

  it('says so if webhooks have already reported the connection', async () => {
    const customer = await begin();
    const fields = { connectionId: customer.connectionId, key: 'akxx' };
    test.sandbox.world.approve(customer.connectionId);
    await report('connection.connected', customer.id, { ...fields, status: 'Linked' });
    expect(await customer.comeBack('201', '')).toContain(CONNECTED);
    expect(await customer.events('journey.completed')).toHaveLength(1);
    expect(await attemptsOf(customer)).toMatchObject([{ outcome: 'authorized' }]);
  });

  it('keeps a reconnection recorded before the loss was reported', async () => {
    const customer = await begin();
    const first = { connectionId: customer.connectionId, key: 'akxx' };
    test.sandbox.world.approve(customer.connectionId);
    await customer.comeBack('200', 'OK');
    test.clock.now = addHours(NOW, 2);
    const { id } = customer.connection('gbol');
    test.sandbox.world.approve(id);
    await customer.comeBack('200', 'OK', { connectionId: id, platform: 'gbol' });
    const lost = { ...first, status: 'Deauthorized' };
    await report('connection.disconnected', customer.id, lost, addHours(NOW, 1));
    expect(await customer.customer()).toMatchObject({
      journeyKind: 'reconnect',
      stage: 'completed',
      software: 'gbol',
      connected: true,
    });
  });

  it('of two connections after one opening are two returns', async () => {
    const customer = await begin();
    const { id } = customer.connection('gbol');
    await customer.comeBack('500', 'Wrong password');
    test.clock.now = addHours(NOW, 0.01);
    await customer.comeBack('500', 'Wrong password', { connectionId: id, platform: 'gbol' });
    expect(await customer.customer()).toMatchObject({ failedAttempts: 2, software: 'gbol' });
  });

  it('counts one failure when Codat’s report of it comes after the customer', async () => {
    const customer = await begin();
    test.clock.now = addHours(NOW, 2);
    await customer.comeBack('500', '');
    const at = addHours(NOW, 0.1);
    const errors = [failure('500', 'Wrong password', at)];
    const fields = { connectionId: customer.connectionId, key: 'akxx', errors };
    await report('connection.failed', customer.id, fields, at);
    expect(await customer.customer()).toMatchObject({
      failedAttempts: 1,
      failureReason: 'credentials_rejected',
    });
  });

  it('records no success that Codat doesn’t confirm', async () => {
    const customer = await begin();
    expect(await customer.comeBack('200', 'OK')).toContain(CONFIRMING);
    test.sandbox.world.approve(customer.connectionId);
    test.codatOverride.respond = () => new Response('{}', { status: 503 });
    expect(await customer.comeBack('200', 'OK')).toContain(CONFIRMING);
    expect(await customer.customer()).toMatchObject({ stage: 'opened', connected: false });
    test.codatOverride.respond = null;
    expect(await customer.comeBack('200', 'OK')).toContain(CONNECTED);
  });

  it('records no success of a connection that isn’t an accounting one', async () => {
    const customer = await begin();
    const connectionId = crypto.randomUUID();
    const expense = { id: connectionId, status: 'Linked', sourceType: 'Expense' };
    test.codatOverride.respond = () =>
      Response.json({ id: customer.id, name: 'Quarry Lane & Sons', dataConnections: [expense] });
    expect(await customer.comeBack('200', 'OK', { connectionId })).toContain(CONFIRMING);
    expect(await customer.customer()).toMatchObject({ connected: false });
    expect(await customer.events('journey.completed')).toEqual([]);
  });

  it.each(FAILURES)(
    'for %s “%s” records %s once and says what to do',
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
        { source: 'return', data: { text, statusCode: code } },
      ]);
      expect(await customer.customer()).toMatchObject({
        failedAttempts: 1,
        failureReason: reason,
        stage: 'initiated',
        software: 'akxx',
      });
    },
  );

  it('counts a second failed attempt', async () => {
    const customer = await begin();
    await customer.comeBack('500', 'Wrong password');
    test.clock.now = addHours(NOW, 1);
    await customer.press();
    await customer.comeBack('500', 'Wrong password');
    await customer.comeBack('500', 'Wrong password');
    expect(await customer.customer()).toMatchObject({ failedAttempts: 2 });
  });

  it('records no failure that Codat has reported since the link was opened', async () => {
    const customer = await begin();
    const at = addHours(NOW, 0.1);
    const errors = [failure('500', 'Wrong password', at)];
    const fields = { connectionId: customer.connectionId, key: 'akxx', errors };
    await report('connection.failed', customer.id, fields, at);
    // The customer stayed on Codat’s page for a while.
    test.clock.now = addHours(NOW, 2);
    expect(await customer.comeBack('500', 'Wrong password')).toContain('didn’t accept the sign-in');
    expect(await customer.customer()).toMatchObject({ failedAttempts: 1 });
  });

  it('ignores a failure of a customer who is connected', async () => {
    const customer = await begin();
    const fields = { connectionId: customer.connectionId, status: 'Linked' };
    await report('connection.connected', customer.id, fields);
    test.clock.now = addHours(NOW, 0.1);
    expect(await customer.comeBack('403', '')).toContain('You’re already connected');
    expect(await customer.customer()).toMatchObject({ failedAttempts: 0, connected: true });
    expect(await attemptsOf(customer)).toMatchObject([{ outcome: 'authorized' }]);
  });

  it('records nothing for a missing connection or another customer’s', async () => {
    const [customer, other] = [await begin(), await begin()];
    for (const connectionId of [other.connectionId, 'nobody', ''])
      expect(await customer.comeBack('500', 'Wrong password', { connectionId })).toContain(AGAIN);
    test.sandbox.world.approve(other.connectionId);
    const forged = { connectionId: other.connectionId };
    expect(await customer.comeBack('200', 'OK', forged)).toContain(CONFIRMING);
    for (const { id } of [customer, other])
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({
        stage: 'opened',
        failedAttempts: 0,
        connected: false,
      });
  });

  it.each(['200', '403', '500'])(
    'records nothing for another company’s journey: %s',
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
  ])('is neutral for the query %j', async (query) => {
    expect(await arrive(query as Record<string, string>)).toContain(NEUTRAL);
  });

  it('is neutral for a link that was revoked or never opened', async () => {
    const [revoked, unopened] = [await begin(), await linkedCustomer(test)];
    await test.send('PUT', `/api/links/${revoked.link.id}`, { revokedAt: NOW });
    expect(await revoked.comeBack('403', '')).toContain(NEUTRAL);
    const { id } = unopened.connection();
    const query = { journey: unopened.token, statusCode: '500', connectionId: id };
    expect(await arrive(query)).toContain(NEUTRAL);
    for (const { events } of [revoked, unopened])
      expect(await events('connection.failed')).toEqual([]);
  });

  it.each(['', '302', '999', 'NaN'])('is neutral for the status “%s”', async (statusCode) => {
    expect(await arrive({ journey: visitor.token, statusCode })).toContain(NEUTRAL);
  });

  it('stores unusual status texts as received and shows none of them', async () => {
    const customer = await begin();
    const text = `<script>alert(1)</script>\0${'x'.repeat(5000)}`;
    expect(await customer.comeBack('500', text)).not.toContain('alert');
    const [event] = await customer.events('connection.failed');
    expect(event.data.text).toMatch(/^<script>alert\(1\)<\/script>x+$/);
    expect(event.data.text).toHaveLength(2000);
  });

  it.each([1998, 1999, 2000])(
    'cuts a long status text with an emoji after %i characters, without half a character',
    async (before) => {
      const customer = await begin();
      const page = await customer.comeBack('500', `${'x'.repeat(before)}😀 and more`);
      expect(page).not.toContain(NEUTRAL);
      const [event] = await customer.events('connection.failed');
      expect(event.data.text).toHaveLength(before === 1999 ? 1999 : 2000);
      expect(event.data.text.isWellFormed()).toBe(true);
    },
  );

  it('is not cached and sends no referrer, like the link’s page', async () => {
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

  it('records one failure however often it is requested, also by HEAD', async () => {
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
