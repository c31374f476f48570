import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CodatCheckRecord } from '../../src/api/codat-checks/resource.ts';
import { runQueuedCheck } from '../../src/codat/checks/run-queued.ts';
import { createCodatClient } from '../../src/codat/client.ts';
import { logActivity } from '../../src/database/activity.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { addHours } from '../../src/journey/instant.ts';
import { openOn, POSTGRESQL, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';

/** Long enough for the sandbox, so that only what never answers is late. */
const PATIENCE = { milliseconds: 200, bytes: 1_000_000 };

describe('a check in Codat', () => {
  let test: TestApi;

  /** A customer that Codat and Unstuck know, without connections. */
  const begin = async (id: string) => {
    test.sandbox.world.createCompany({ id, name: `Company ${id}` });
    await test.deliver(id, webhookBody({ eventType: 'company.created', payload: company(id) }));
    await check(id);
    passMinute();
  };
  const passMinute = () => {
    test.clock.now = addHours(test.clock.now, 1 / 60);
  };
  const check = (id: string) => test.send('POST', `/api/customers/${id}/check`, {}, 'agent');
  const checked = async (id: string): Promise<CodatCheckRecord> => (await check(id)).json();
  const stored = async (customerId: string): Promise<CodatCheckRecord> =>
    (await (await test.list('codat-checks', { filter: { customerId } })).json())[0];
  const eventsOf = async (customerId: string) =>
    (await test.list('events', { filter: { customerId } })).json();
  const disrupt = (kind: 'too_many_requests' | 'server_error' | 'slow') =>
    test.sandbox.disruptions.start({ kind, seconds: 60, milliseconds: 5000 });

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'codat_checks');
    test.ports.codat = createCodatClient({
      ...{ apiKey: 'key', apiUrl: SANDBOX_URL, prompt: PATIENCE, patient: PATIENCE },
      fetch: async (input, init) => test.sandbox.fetch(new Request(input, init)),
    });
  });
  afterEach(() => {
    test.sandbox.disruptions.stop();
    passMinute();
  });
  afterAll(async () => {
    expect((await rebuild(test.database)).differing).toEqual([]);
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('finds what no webhook has told, and says what and since when', async () => {
    await begin('found');
    const { id } = test.sandbox.world.selectSoftware('found', 'gbol');
    const selectedAt = test.clock.now;
    passMinute();
    expect(await checked('found')).toMatchObject({
      ...{ state: 'done', checkedAt: test.clock.now, requestedById: test.personId('agent') },
      summary: '1 change. Xero is still waiting for approval.',
      changes: [{ text: 'Xero was selected', at: selectedAt }],
    });
    test.sandbox.world.approve(id);
    passMinute();
    expect(await checked('found')).toMatchObject({
      summary: '1 change. Xero is linked, and no data was read yet.',
      changes: [{ text: 'Xero is linked' }],
    });
    expect(await test.json('/api/customers/found')).toMatchObject({ connected: true });
  });

  it('says that nothing changed, and where the connection stands', async () => {
    await begin('waiting');
    expect((await stored('waiting')).summary).toMatch(/No software is selected yet/);
    test.sandbox.world.selectSoftware('waiting', 'gbol');
    await checked('waiting');
    const before = await eventsOf('waiting');
    passMinute();
    expect(await checked('waiting')).toMatchObject({
      summary: 'Nothing changed. Xero is still waiting for approval.',
      changes: [],
    });
    expect(await eventsOf('waiting')).toEqual(before);
  });

  it('and a webhook about the same approval count it once', async () => {
    await begin('twice');
    const { id } = test.sandbox.world.selectSoftware('twice', 'gbol');
    test.sandbox.world.approve(id);
    const payload = connection('twice', { connectionId: id, status: 'Linked' });
    const body = webhookBody({
      ...{ eventType: 'connection.connected', generatedDate: test.clock.now, payload },
    });
    passMinute();
    await Promise.all([check('twice'), test.deliver('approved-twice', body)]);
    const attempts = await test.list('attempts', { filter: { customerId: 'twice' } });
    expect(await attempts.json()).toMatchObject([{ outcome: 'authorized' }]);
  });

  it('of a company that Codat doesn’t know changes nothing, and says what will', async () => {
    await test.deliver(
      'gone',
      webhookBody({ eventType: 'company.created', payload: company('gone') }),
    );
    expect(await checked('gone')).toMatchObject({
      ...{ state: 'done', changes: [] },
      summary: expect.stringContaining('The next full sync marks the customer as deleted'),
    });
    expect(await test.json('/api/customers/gone')).toMatchObject({ deletedAt: null });
  });

  it.each([
    ['too_many_requests', 503, 'rate_limited', 'Codat’s rate limit reached.'],
    ['server_error', 503, 'failing', 'Codat returned an error (500).'],
    ['slow', 503, 'timeout', 'Codat didn’t respond within 0.2 s.'],
  ] as const)(
    'when Codat’s answer is %s gets %i, and keeps the reason and the last answer',
    async (kind, status, named, problem) => {
      const id = `trouble-${kind}`;
      await begin(id);
      const { checkedAt } = await stored(id);
      disrupt(kind);
      const response = await check(id);
      expect(response.status).toBe(status);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      const answer = await response.json();
      expect(answer).toMatchObject({ kind: named, detail: `${problem} Try again later.` });
      expect(await stored(id)).toMatchObject({ state: 'failed', problem, checkedAt });
    },
  );

  it('keeps the correlation id of Codat’s error, by which its support finds the request', async () => {
    await begin('correlated');
    disrupt('server_error');
    const { correlationId } = await (await check('correlated')).json();
    expect(correlationId).toMatch(/^[0-9a-f]{32}$/);
    expect(await stored('correlated')).toMatchObject({ correlationId });
  });

  it('is refused with 502 when Codat rejects the API key, and asks an admin to check it', async () => {
    await begin('key');
    const { codat } = test.ports;
    test.ports.codat = test.codat;
    test.codatOverride.respond = () => new Response('', { status: 401 });
    const response = await check('key');
    test.codatOverride.respond = null;
    test.ports.codat = codat;
    expect([response.status, (await response.json()).kind]).toEqual([502, 'rejected']);
    expect((await stored('key')).problem).toContain('CODAT_API_KEY');
  });

  it('of one customer runs once at a time: a second one gets 409', async () => {
    await begin('once');
    const answer = Promise.withResolvers<Response>();
    const { codat } = test.ports;
    test.ports.codat = test.codat;
    test.codatOverride.respond = () => answer.promise;
    const both = [check('once'), check('once')];
    expect((await Promise.race(both)).status).toBe(409);
    answer.resolve(Response.json({ error: 'Not found' }, { status: 404 }));
    const statuses = await Promise.all(both.map(async (one) => (await one).status));
    expect(statuses.sort()).toEqual([200, 409]);
    test.codatOverride.respond = null;
    test.ports.codat = codat;
  });

  it('of a selection runs in the background, for up to 100 customers', async () => {
    const ids = Array.from({ length: 3 }, (_, number) => `selected-${number}`);
    for (const id of ids) await begin(id);
    test.sandbox.world.selectSoftware('selected-1', 'gbol');
    const response = await test.send('POST', '/api/customers/check', { ids }, 'agent');
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ requestedAt: test.clock.now, queued: ids, busy: [] });
    expect(await stored('selected-1')).toMatchObject({ state: 'queued' });
    expect(test.checkedLater).toEqual(
      ids.map((customerId) => ({ customerId, requestedAt: test.clock.now })),
    );
    for (const one of test.checkedLater.splice(0)) await runQueuedCheck(portsOf(test), one, 1);
    expect(await stored('selected-1')).toMatchObject({
      ...{ state: 'done', changes: [{ text: 'Xero was selected' }] },
    });
    expect(await stored('selected-2')).toMatchObject({ state: 'done', changes: [] });
    const many = Array.from({ length: 101 }, (_, number) => `c-${number}`);
    const refused = await test.send('POST', '/api/customers/check', { ids: many }, 'agent');
    expect(refused.status).toBe(422);
  });

  it('of a selection waits as long as Codat asks, and fails after the last attempt', async () => {
    await begin('patient');
    await test.send('POST', '/api/customers/check', { ids: ['patient'] }, 'agent');
    const [one] = test.checkedLater.splice(0);
    if (!one) throw new Error('Nothing was queued.');
    disrupt('too_many_requests');
    expect(await runQueuedCheck(portsOf(test), one, 1)).toBeGreaterThan(30);
    expect(await stored('patient')).toMatchObject({
      ...{ state: 'queued', problem: 'Codat’s rate limit reached.' },
    });
    expect(await runQueuedCheck(portsOf(test), one, 4)).toBeNull();
    expect(await stored('patient')).toMatchObject({ state: 'failed' });
  });

  it('that was queued is dropped when somebody checked the customer meanwhile', async () => {
    await begin('overtaken');
    await test.send('POST', '/api/customers/check', { ids: ['overtaken'] }, 'agent');
    const [one] = test.checkedLater.splice(0);
    passMinute();
    const { requestedAt } = await checked('overtaken');
    if (one) expect(await runQueuedCheck(portsOf(test), one, 1)).toBeNull();
    expect(await stored('overtaken')).toMatchObject({ state: 'done', requestedAt });
  });

  it('is limited for each person, who hears when the next one can be', async () => {
    // Those before don’t count any more.
    test.clock.now = addHours(test.clock.now, 1);
    await begin('limited');
    const at = addHours(test.clock.now, -1 / 30);
    await logActivity(
      test.database,
      { kind: 'person', id: test.personId('agent'), at },
      Array.from({ length: 200 }, () => ({
        ...{ resource: 'customers', action: 'check', recordId: 'limited', customerId: 'limited' },
      })),
    );
    const refused = await check('limited');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('480');
  });
});

const portsOf = ({ database, ports: { codat }, clock }: TestApi) => ({
  ...{ database, codat, now: () => clock.now },
});
