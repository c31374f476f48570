import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCodatClient } from '../../src/codat/client.ts';
import { runSync, type SyncPorts } from '../../src/codat/sync.ts';
import { codatSettings, customers, software, syncs } from '../../src/database/schema/index.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

/** Two full pages of 500 companies and a half-full one. */
const COMPANIES = 1250;

const reply = (status: number, body: string, headers = {}) =>
  new Response(body, { status, headers });

describe.each(DRIVERS)('the sync on $name', (driver) => {
  let test: TestApi;
  /** Codat’s next responses instead of the sandbox’s, each used once. */
  const overrides: (() => Response | Promise<Response>)[] = [];
  const requests: string[] = [];
  const waits: Instant[] = [];

  const portsOf = (): SyncPorts => ({
    database: test.database,
    codat: createCodatClient({
      apiKey: 'key',
      apiUrl: SANDBOX_URL,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        requests.push(request.url);
        const override = overrides.shift();
        return override ? override() : test.sandbox.fetch(request);
      },
    }),
    now: () => test.clock.now,
    waitUntil: async (moment) => {
      waits.push(moment);
      test.clock.now = moment;
    },
    signal: new AbortController().signal,
    onProgress: () => {},
  });

  const sync = async (kind: 'full' | 'changes' = 'changes') => {
    requests.length = 0;
    waits.length = 0;
    // Time passes between two syncs.
    test.clock.now = addHours(test.clock.now, 0.1);
    return runSync(portsOf(), kind);
  };
  const pagesRead = () => requests.filter((url) => url.includes('/companies?')).length;
  const customer = async (id: string) => test.json(`/api/customers/${id}`);

  beforeAll(async () => {
    test = await openOn(driver, 'sync');
    test.clock.now = addHours(NOW, -100);
    for (let index = 0; index < COMPANIES; index += 1)
      test.sandbox.world.createCompany({ name: `Company ${index}` });
    test.clock.now = NOW;
  });
  afterAll(() => test.close());

  it('imports every company the first time, with one request per page', async () => {
    const done = await sync();
    expect(done).toMatchObject({
      kind: 'full',
      state: 'done',
      page: 3,
      companies: COMPANIES,
      changed: COMPANIES,
      requests: 3,
    });
    expect(pagesRead()).toBe(3);
    expect(await test.database.$count(customers)).toBe(COMPANIES);
  });

  it('stops at the first page without changes', async () => {
    expect(await sync()).toMatchObject({ kind: 'changes', state: 'done', changed: 0 });
    expect(requests).toHaveLength(1);
  });

  it('imports which software is offered and keeps the team’s settings', async () => {
    await test.send('PUT', '/api/software/gbol', { complexity: 'complex' });
    await test.database.update(software).set({ enabled: null, logoUrl: null });
    await sync('full');
    const [xero] = await test.database.select().from(software).where(eq(software.id, 'gbol'));
    expect(xero).toMatchObject({ enabled: true, complexity: 'complex', name: 'Xero' });
    expect(xero?.logoUrl).toContain('/logos/gbol.svg');
  });

  it('finds changes that no webhook reported', async () => {
    const { world } = test.sandbox;
    const [first] = [...world.companies.keys()];
    const id = first ?? '';
    const connection = world.selectSoftware(id, 'gbol');
    expect(await sync()).toMatchObject({ changed: 1 });
    expect(await customer(id)).toMatchObject({ stage: 'selected', software: 'gbol' });
    world.approve(connection.id);
    world.updateCompany(id, { name: 'Renamed Ltd', tags: { region: 'uk' } });
    expect(await sync()).toMatchObject({ changed: 2 });
    expect(await customer(id)).toMatchObject({
      stage: 'authorized',
      connected: true,
      name: 'Renamed Ltd',
      tags: { region: 'uk' },
    });
  });

  it('imports contacts from tags until a colleague changes them', async () => {
    const { id } = test.sandbox.world.createCompany({
      name: 'Tagged',
      tags: {
        contactPhone: '020 1',
        administratorName: 'Bo',
        administratorEmail: 'bo@acme.example',
      },
    });
    await sync();
    const tagged = { name: 'Bo', email: 'bo@acme.example', phone: null };
    expect(await customer(id)).toMatchObject({
      contactPhone: '020 1',
      contacts: { administrator: tagged },
    });
    const administrator = { name: 'Cy', email: null, phone: '020 2' };
    await test.send('PUT', `/api/customers/${id}`, { contacts: { administrator } });
    await sync();
    expect(await customer(id)).toMatchObject({ contacts: { administrator } });
  });

  it('imports a subsidiary’s parent', async () => {
    const { world } = test.sandbox;
    const parent = world.createCompany({ name: 'Parent' });
    const child = world.createCompany({ name: 'Child', parentId: parent.id });
    await sync();
    expect(await customer(child.id)).toMatchObject({ parentId: parent.id });
    const children = await test.json(
      `/api/customers?filter=${encodeURIComponent(JSON.stringify({ parentId: parent.id }))}`,
    );
    expect(children.map(({ id }: { id: string }) => id)).toEqual([child.id]);
  });

  it('marks a deleted company’s customer as deleted in a full sync only', async () => {
    const { world } = test.sandbox;
    const gone = world.createCompany({ name: 'Going' });
    await sync();
    world.removeCompany(gone.id);
    expect(await sync()).toMatchObject({ changed: 0 });
    expect(await sync('full')).toMatchObject({ kind: 'full', changed: 1 });
    expect((await customer(gone.id)).deletedAt).not.toBeNull();
  });

  it('keeps a customer that a webhook created during the sync until the next full sync', async () => {
    const id = '5a3c0000-0000-4000-8000-00000000abcd';
    const created = webhookBody({ eventType: 'company.created', payload: company(id) });
    overrides.push(async () => {
      await test.deliver('msg_meanwhile', created);
      return reply(500, '{}');
    });
    expect(await sync('full')).toMatchObject({ state: 'done', changed: 0 });
    expect(await customer(id)).toMatchObject({ deletedAt: null });
    expect(await sync('full')).toMatchObject({ changed: 1 });
    expect((await customer(id)).deletedAt).not.toBeNull();
  });

  it('waits as long as Codat asks, and with growing pauses while Codat is unavailable', async () => {
    overrides.push(
      () => reply(429, '{}', { 'retry-after': '3600', 'content-type': 'application/json' }),
      () => reply(500, 'oops'),
      () => reply(200, '<html>maintenance</html>', { 'content-type': 'text/html' }),
      () => reply(200, '{"results": [{"id"', { 'content-type': 'application/json' }),
      () => Promise.reject(new TypeError('fetch failed')),
    );
    const started = addHours(test.clock.now, 0.1);
    expect(await sync()).toMatchObject({ state: 'done', requests: 6, problem: null });
    const seconds = [started, ...waits].map((moment) => Date.parse(moment) / 1000);
    const pauses = seconds.slice(1).map((at, index) => Math.round(at - (seconds[index] ?? 0)));
    expect(pauses).toEqual([3600, 5, 15, 60, 300]);
  });

  it('imports the rest of a page with an invalid company', async () => {
    const { world } = test.sandbox;
    const fine = world.createCompany({ name: 'Fine' });
    const listed = await (
      await test.sandbox.fetch(
        new Request(`${SANDBOX_URL}/companies?page=1&pageSize=500&orderBy=-modifiedDate`, {
          headers: { authorization: `Basic ${btoa('key')}` },
        }),
      )
    ).json();
    listed.results[1].redirect = 42;
    overrides.push(() =>
      reply(200, JSON.stringify(listed), { 'content-type': 'application/json' }),
    );
    expect(await sync()).toMatchObject({ state: 'done', changed: 1, notUnderstood: 1 });
    expect(await customer(fine.id)).toMatchObject({ name: 'Fine' });
  });

  it('fails with a message when Codat rejects the API key', async () => {
    overrides.push(() =>
      reply(401, '{"statusCode":401,"error":"no"}', { 'content-type': 'application/json' }),
    );
    expect(await sync()).toMatchObject({
      state: 'failed',
      problem: 'Codat rejected the API key. Check CODAT_API_KEY.',
    });
  });

  it('excludes companies without the product, except existing customers', async () => {
    const { world } = test.sandbox;
    const other = world.createCompany({ name: 'Lending only', products: ['lending'] });
    expect(await sync()).toMatchObject({ changed: 0, leftOut: 1 });
    expect((await test.request(`/api/customers/${other.id}`)).status).toBe(404);
    await test.send('PUT', '/api/codat-settings/codat', { product: null });
    expect(await sync()).toMatchObject({ changed: 1, leftOut: 0 });
    expect((await customer(other.id)).name).toBe('Lending only');
    await test.database.update(codatSettings).set({ product: 'spend-insights' });
    world.updateCompany(other.id, { name: 'Lending still' });
    expect(await sync()).toMatchObject({ changed: 1, leftOut: 0 });
    expect((await customer(other.id)).name).toBe('Lending still');
  });

  it('resumes where a stopped server left off', async () => {
    const stop = new AbortController();
    const ports = {
      ...portsOf(),
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopping')),
    };
    requests.length = 0;
    await expect(runSync(ports, 'full')).rejects.toThrow('stopping');
    expect(pagesRead()).toBe(1);
    const [left] = await test.database.select().from(syncs).where(eq(syncs.state, 'running'));
    expect(left?.page).toBe(1);
    expect(await sync()).toMatchObject({ id: left?.id, kind: 'full', state: 'done', page: 3 });
    expect(pagesRead()).toBe(2);
  });

  it('can be started by administrators only, one at a time', async () => {
    expect((await test.send('POST', '/api/syncs', { kind: 'full' }, 'agent')).status).toBe(403);
    const begun = await test.send('POST', '/api/syncs', { kind: 'full' });
    expect(begun.status).toBe(201);
    expect(await begun.json()).toMatchObject({ kind: 'full', state: 'running', page: 0 });
    expect(test.requestedSyncs).toEqual(['full']);
    expect((await test.send('POST', '/api/syncs', { kind: 'full' })).status).toBe(409);
    expect(await sync()).toMatchObject({ kind: 'full', state: 'done' });
    expect(test.faults).toEqual([]);
  });
});
