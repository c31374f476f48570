import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { processDelivery } from '../../src/codat/process.ts';
import { deliveries } from '../../src/database/schema/index.ts';
import { LINK_EVENTS_KEY, openTestApi, type TestApi } from '../support/api.ts';
import { company, connection, failure, read, webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi(await openStarted());
});
afterEach(() => {
  test.codatOverride.respond = null;
});
afterAll(async () => {
  await test.close();
  expect(test.faults).toEqual([]);
});

const filterBy = async (filter: { product: string | null; tags: string | null }) =>
  expect((await test.send('PUT', '/api/codat-settings/codat', filter)).status).toBe(200);
const statusOf = async (id: string) => (await test.request(`/api/customers/${id}`)).status;
const deliver = async (eventType: string, payload: object) => {
  const id = crypto.randomUUID();
  expect((await test.deliver(id, webhookBody({ eventType, payload }))).status).toBe(204);
  return test.json(`/api/deliveries/${id}`);
};
const failedConnection = (id: string) =>
  connection(id, { errors: [failure('403', 'User cancelled linking')] });
const products = (id: string, all: string[]) => ({
  ...{ id, name: `Company ${id}`, productId: 'lending', productName: 'Lending', products: all },
});
const EXCLUDED = {
  state: 'ignored',
  customerId: null,
  problem: 'The company filter excludes this company.',
};

describe('the company filter by tags', () => {
  beforeAll(() => filterBy({ product: null, tags: 'region=uk && {team=finance || team=ops}' }));

  it.each([
    [{ region: 'uk', team: 'ops' }, 200],
    [{ region: 'uk', team: 'sales' }, 404],
    [{ region: 'us', team: 'ops' }, 404],
    [{ toString: 'uk' }, 404],
    [{}, 404],
  ])('holds for webhooks about a company with the tags %j', async (tags, status) => {
    const id = `tags-${Object.values(tags).join('-')}`;
    const created = await deliver('company.created', { ...company(id), tags });
    expect(created).toMatchObject(
      status === 200 ? { state: 'processed', problem: null } : EXCLUDED,
    );
    expect(await statusOf(id)).toBe(status);
    const other = `${id}-connection`;
    const { referenceCompany, ...rest } = failedConnection(other);
    await deliver('connection.failed', {
      ...rest,
      referenceCompany: { ...referenceCompany, tags },
    });
    expect(await statusOf(other)).toBe(status);
  });

  it('asks Codat about a company whose webhook has no tags', async () => {
    const { world } = test.sandbox;
    const inside = world.createCompany({ name: 'In', tags: { region: 'uk', team: 'ops' } });
    const outside = world.createCompany({ name: 'Out', tags: { region: 'us' } });
    for (const { id } of [inside, outside]) await deliver('read.completed', read(id));
    expect(await statusOf(inside.id)).toBe(200);
    expect(await statusOf(outside.id)).toBe(404);
  });

  it('lets companies in when it can’t be read, which the next sync reports', async () => {
    await filterBy({ product: null, tags: 'region' });
    await deliver('company.created', company('malformed'));
    expect(await statusOf('malformed')).toBe(200);
  });
});

describe('the company filter by product', () => {
  beforeAll(() => filterBy({ product: 'spend-insights', tags: null }));

  it('holds for webhooks, which don’t name products', async () => {
    const { world } = test.sandbox;
    const { id } = world.createCompany({ name: 'Borrower', products: ['lending'] });
    for (const [type, payload] of [
      ['company.created', company(id)],
      ['connection.failed', failedConnection(id)],
      ['read.completed.initial', read(id)],
    ] as const)
      expect(await deliver(type, payload)).toMatchObject(EXCLUDED);
    expect(await statusOf(id)).toBe(404);
    const other = world.createCompany({ name: 'Spender' });
    expect(await deliver('connection.failed', failedConnection(other.id))).toMatchObject({
      state: 'processed',
      customerId: other.id,
    });
  });

  it('lets a company in once it gets the product, and keeps it when it loses it', async () => {
    const before = products('late', ['lending']);
    expect(await deliver('company.product.added', before)).toMatchObject(EXCLUDED);
    const added = products('late', ['lending', 'spend-insights']);
    expect(await deliver('company.product.added', added)).toMatchObject({ state: 'processed' });
    expect(await test.json('/api/customers/late')).toMatchObject({ name: 'Company late' });
    expect(await deliver('company.product.removed', before)).toMatchObject({ state: 'processed' });
    expect(await deliver('connection.failed', failedConnection('late'))).toMatchObject({
      state: 'processed',
    });
    expect(await test.json('/api/customers/late')).toMatchObject({
      deletedAt: null,
      failedAttempts: 1,
    });
    const filter = { customerId: 'late', type: 'customer.updated' };
    const events = await (await test.list('events', { filter })).json();
    expect(events.map(({ data }: { data: { customer: object } }) => data.customer)).toEqual(
      expect.arrayContaining([expect.objectContaining({ products: ['lending'] })]),
    );
  });

  it.each([
    ['is down', () => new Response('', { status: 503 })],
    [
      'knows nothing of it',
      () =>
        new Response('{"error":"Not found"}', {
          status: 404,
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['answers nonsense', () => new Response('<html>')],
  ])('lets a company in when Codat %s', async (what, respond) => {
    const id = `asked-${what.replaceAll(' ', '-')}`;
    test.codatOverride.respond = respond;
    expect(await deliver('connection.failed', failedConnection(id))).toMatchObject({
      state: 'processed',
    });
    expect(await statusOf(id)).toBe(200);
  });

  it('leaves the day’s last API requests to the sync', async () => {
    const headers = { 'content-type': 'application/json', 'x-rate-limit-remaining': '499' };
    const outside = { ...company('last'), products: ['lending'], dataConnections: [] };
    test.codatOverride.respond = () => new Response(JSON.stringify(outside), { headers });
    expect(await deliver('company.created', company('last'))).toMatchObject(EXCLUDED);
    expect(await deliver('company.created', company('last'))).toMatchObject({ state: 'processed' });
    headers['x-rate-limit-remaining'] = '1000';
    await test.codat.companies({ page: 1, pageSize: 1 }).catch(() => {});
    expect(await statusOf('last')).toBe(200);
  });

  it('asks Codat nothing about customers, or without a filter', async () => {
    test.codatOverride.respond = () => expect.unreachable('asked Codat');
    await deliver('read.completed', read('late'));
    await filterBy({ product: null, tags: null });
    await deliver('connection.created', connection('unfiltered'));
    expect(await statusOf('unfiltered')).toBe(200);
    await filterBy({ product: 'spend-insights', tags: null });
  });

  it('holds for webhooks that are processed later', async () => {
    const { id } = test.sandbox.world.createCompany({ name: 'Later', products: ['lending'] });
    const body = webhookBody({ eventType: 'company.created', payload: company(id) });
    const kept = { id: 'kept', body, receivedAt: test.clock.now, state: 'waiting' } as const;
    await test.database.insert(deliveries).values(kept);
    expect(await processDelivery(test, 'kept', test.clock.now)).toMatchObject(EXCLUDED);
    expect(await statusOf(id)).toBe(404);
  });

  it('holds for callbacks of the Link SDK', async () => {
    const { id } = test.sandbox.world.createCompany({ name: 'Linking', products: ['lending'] });
    const callback = {
      ...{ id: 'callback', companyId: id, type: 'onConnectionStarted' },
      occurredAt: test.clock.now,
    };
    const authorization = `Bearer ${LINK_EVENTS_KEY}`;
    const answer = await test.send('POST', '/api/link-events', callback, 'admin', {
      authorization,
    });
    expect(answer.status).toBe(202);
    expect(await statusOf(id)).toBe(404);
  });
});
