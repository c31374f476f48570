import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCodatClient } from '../../src/codat/client.ts';
import { runSync, type SyncPorts } from '../../src/codat/sync.ts';
import { codatSettings, customers, software, syncs } from '../../src/database/schema/index.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { DRIVERS, listPath, NOW, openOn, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

/** Two full pages of 500 companies and a half-full one. */
const COMPANIES = 1250;

const reply = (status: number, body: string, headers = {}) =>
  new Response(body, { status, headers });

const json = (body: unknown) =>
  reply(200, JSON.stringify(body), { 'content-type': 'application/json' });

describe.each(DRIVERS)('the sync on $name', (driver) => {
  let test: TestApi;
  /** Codat’s next responses instead of the sandbox’s, each used once. */
  const overrides: (() => Response | Promise<Response>)[] = [];
  const requests: string[] = [];
  const waits: Instant[] = [];
  const errors: unknown[] = [];

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
    onError: (error) => errors.push(error),
  });

  const sync = async (kind: 'full' | 'changes' = 'changes') => {
    requests.length = 0;
    waits.length = 0;
    errors.length = 0;
    // Time passes between two syncs.
    test.clock.now = addHours(test.clock.now, 0.1);
    return runSync(portsOf(), kind);
  };
  const firstPage = async () => {
    const headers = { authorization: `Basic ${btoa('key')}` };
    const url = `${SANDBOX_URL}/companies?page=1&pageSize=500&orderBy=-modifiedDate`;
    return (await test.sandbox.fetch(new Request(url, { headers }))).json();
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

  it('counts what was approved before the first sync in no period', async () => {
    const { world } = test.sandbox;
    const later = test.clock.now;
    test.clock.now = addHours(later, -30 * 24);
    const { id } = world.createCompany({ name: 'Long connected' });
    world.approve(world.selectSoftware(id, 'tgff').id);
    test.clock.now = later;
    await sync('full');
    const attempts = await test.json(listPath('attempts', { filter: { customerId: id } }));
    expect(attempts).toMatchObject([{ outcome: 'authorized', endedAt: null, abandonsAt: null }]);
    const period = new URLSearchParams({
      from: addHours(later, -90 * 24),
      to: addHours(later, 24),
    });
    const metrics = await test.json(`/api/metrics/software?${period}`);
    expect(metrics.software.filter((row: { id: string }) => row.id === 'tgff')).toEqual([]);
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

  it.each([
    ['99999999', 3600],
    ['9'.repeat(40), 3600],
    ['1e300', 1],
    ['-5', 1],
    ['0', 1],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 3600],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 1],
    ['soon', 1],
  ])('waits between a second and an hour on Retry-After: %s', async (value, seconds) => {
    const headers = { 'retry-after': value, date: 'Tue, 10 Mar 2026 12:00:00 GMT' };
    overrides.push(() => reply(429, '{}', headers));
    const started = Date.parse(addHours(test.clock.now, 0.1));
    expect(await sync()).toMatchObject({ state: 'done', waitUntil: null });
    expect(waits.map((moment) => Date.parse(moment) - started)).toEqual([seconds * 1000]);
  });

  it.each(['-1', 'NaN', '1e300', '99999999999999999999', 'many'])(
    'survives X-Rate-Limit-Remaining: %s',
    async (remaining) => {
      const page = JSON.stringify({ results: [], totalResults: 0 });
      overrides.push(() =>
        reply(200, page, {
          'content-type': 'application/json',
          'x-rate-limit-remaining': remaining,
        }),
      );
      expect(await sync()).toMatchObject({ state: 'done', problem: null });
    },
  );

  it('goes on after an hour at most with a wait that was stored before', async () => {
    const waitUntil = '2030-01-01T00:00:00.000Z';
    await test.database
      .insert(syncs)
      .values({ kind: 'changes', state: 'waiting', startedAt: test.clock.now, waitUntil });
    const started = Date.parse(addHours(test.clock.now, 0.1));
    expect(await sync()).toMatchObject({ state: 'done', waitUntil: null });
    expect(waits.map((moment) => Date.parse(moment) - started)).toEqual([3_600_000]);
  });

  it('can be cancelled while it waits, by an administrator', async () => {
    overrides.push(() => reply(503, 'maintenance'));
    const cancel = async (role: 'agent' | 'admin' = 'admin') => {
      const [{ id }] = await test.json(listPath('syncs', { filter: { state: 'waiting' } }));
      return test.send('PUT', `/api/syncs/${id}`, { state: 'cancelled' }, role);
    };
    let over: boolean | undefined;
    const ports: SyncPorts = {
      ...portsOf(),
      waitUntil: async (_, isOver) => {
        expect(await isOver()).toBe(false);
        expect((await cancel('agent')).status).toBe(403);
        expect((await cancel()).status).toBe(200);
        over = await isOver();
      },
    };
    const { id, ...ended } = await runSync(ports, 'full');
    expect(over).toBe(true);
    expect(ended).toMatchObject({ state: 'cancelled', waitUntil: null, page: 0 });
    expect(ended.finishedAt).not.toBeNull();
    const again = await test.send('PUT', `/api/syncs/${id}`, { state: 'cancelled' });
    expect(again.status).toBe(200);
    const [logged] = await test.json(listPath('activity', { range: [0, 0] }));
    expect(logged).toMatchObject({ resource: 'syncs', action: 'edit', recordId: id });
    const done = await sync();
    expect(done).toMatchObject({ state: 'done' });
    expect((await test.send('PUT', `/api/syncs/${done.id}`, { state: 'cancelled' })).status).toBe(
      409,
    );
  });

  it('can be cancelled while it reads a page', async () => {
    overrides.push(async () => {
      const [{ id }] = await test.json(listPath('syncs', { filter: { state: 'running' } }));
      await test.send('PUT', `/api/syncs/${id}`, { state: 'cancelled' });
      return reply(500, '');
    });
    expect(await sync('full')).toMatchObject({ state: 'cancelled', page: 0 });
    expect(requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('fails with a message on an unexpected error, and a new one can be started', async () => {
    const broken = { ...portsOf(), codat: { ...portsOf().codat, companies: () => expect.fail() } };
    expect(await runSync(broken, 'changes')).toMatchObject({
      state: 'failed',
      problem: 'The sync stopped because of an unexpected error, which is in the log.',
    });
    expect(errors).toHaveLength(1);
    expect(await sync()).toMatchObject({ state: 'done' });
  });

  it('waits while the database is busy', async () => {
    const { codat, ...ports } = portsOf();
    const failures = [Object.assign(new Error('deadlock detected'), { code: '40P01' })];
    const companies: typeof codat.companies = (query) =>
      failures.length > 0 ? Promise.reject(failures.pop()) : codat.companies(query);
    waits.length = 0;
    const done = await runSync({ ...ports, codat: { ...codat, companies } }, 'changes');
    expect(done).toMatchObject({ state: 'done', problem: null });
    expect(waits).toHaveLength(1);
  });

  it('imports the rest of a page with a company that can’t be stored', async () => {
    const { world } = test.sandbox;
    const [odd, fine] = [
      world.createCompany({ name: 'Odd' }),
      world.createCompany({ name: 'Fine' }),
    ];
    await sync();
    const listed = await firstPage();
    const rest = listed.results.filter(({ id }: { id: string }) => id !== odd.id);
    const name = Array.from({ length: 9000 }, () => crypto.randomUUID()).join('');
    world.updateCompany(fine.id, { name: 'Finer' });
    rest.find(({ id }: { id: string }) => id === fine.id).name = 'Finer';
    const results = [{ ...odd, name, redirect: null, dataConnections: [] }, ...rest];
    overrides.push(() => json({ ...listed, results }));
    expect(await sync()).toMatchObject({ state: 'done', changed: 1, notUnderstood: 1 });
    expect(errors).toHaveLength(1);
    expect(await customer(fine.id)).toMatchObject({ name: 'Finer' });
    expect(await customer(odd.id)).toMatchObject({ name: 'Odd' });
  });

  it('deletes no customer whose company Codat describes in an unknown form', async () => {
    const odd = test.sandbox.world.createCompany({ name: 'Odd form' });
    await sync();
    const spoil = async (response: Response) => {
      const page = await response.json();
      for (const one of page.results ?? []) if (one.id === odd.id) one.redirect = 42;
      return json(page);
    };
    const { codat: _, ...ports } = portsOf();
    const codat = createCodatClient({
      apiKey: 'key',
      apiUrl: SANDBOX_URL,
      fetch: async (input, init) => spoil(await test.sandbox.fetch(new Request(input, init))),
    });
    test.clock.now = addHours(test.clock.now, 0.1);
    expect(await runSync({ ...ports, codat }, 'full')).toMatchObject({ state: 'done', changed: 0 });
    expect((await customer(odd.id)).deletedAt).toBeNull();
  });

  it('stores what PostgreSQL can: no NUL and no half characters, and a company once', async () => {
    const made = test.sandbox.world.createCompany({ name: 'Plain' });
    const listed = await firstPage();
    const tags = { 'a\0b': 'x\ud800' };
    const twice = listed.results.flatMap((one: { id: string }) =>
      one.id === made.id
        ? [
            { ...one, name: 'N\0UL', tags },
            { ...one, tags },
          ]
        : [one],
    );
    const results = twice.slice(0, 500);
    overrides.push(() => json({ ...listed, results }));
    await sync('full');
    expect(errors).toEqual([]);
    expect(await customer(made.id)).toMatchObject({ tags: { ab: 'x\ufffd' } });
    expect(await sync()).toMatchObject({ changed: 1 });
  });

  it('imports the rest of a page with an invalid company', async () => {
    const { world } = test.sandbox;
    const fine = world.createCompany({ name: 'Fine' });
    const listed = await firstPage();
    listed.results[1].redirect = 42;
    overrides.push(() => json(listed));
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
