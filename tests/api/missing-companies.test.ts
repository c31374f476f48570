import { isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCodatClient } from '../../src/codat/client.ts';
import { runSync, type SyncPorts } from '../../src/codat/sync.ts';
import { customers } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { listPath, openTestApi, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { openStarted } from '../support/template.ts';

const CUSTOMERS = 110;

/** What Codat lists instead of the sandbox’s companies, which it then doesn’t know by id either. */
type Elsewhere = { listed: object[] } | null;

describe('a full sync in which customers are missing', () => {
  let test: TestApi;
  let elsewhere: Elsewhere = null;
  let requests = 0;

  const pageOf = (results: object[]) => Response.json({ results, totalResults: results.length });

  const sync = async () => {
    const codat = createCodatClient({
      apiKey: 'key',
      apiUrl: SANDBOX_URL,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const { pathname, searchParams } = new URL(request.url);
        requests += 1;
        if (!elsewhere || !pathname.endsWith('/companies')) return test.sandbox.fetch(request);
        return pageOf(searchParams.has('query') ? [] : elsewhere.listed);
      },
    });
    const ports: SyncPorts = {
      database: test.database,
      codat,
      now: () => test.clock.now,
      waitUntil: async () => {},
      signal: new AbortController().signal,
      onProgress: () => {},
      onError: () => expect.unreachable('unexpected error'),
    };
    requests = 0;
    test.clock.now = addHours(test.clock.now, 1);
    return runSync(ports, 'full');
  };
  const living = () => test.database.$count(customers, isNull(customers.deletedAt));
  const deleted = () => test.database.$count(customers, isNotNull(customers.deletedAt));
  const remove = (count: number) => {
    for (const id of [...test.sandbox.world.companies.keys()].slice(0, count))
      test.sandbox.world.removeCompany(id);
  };

  beforeAll(async () => {
    test = await openTestApi(await openStarted());
    for (let index = 0; index < CUSTOMERS; index += 1)
      test.sandbox.world.createCompany({ name: `Company ${index}` });
    await sync();
  });
  beforeEach(() => {
    elsewhere = null;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const FOREIGN = Array.from({ length: 300 }, (_, index) => ({
    ...{ id: `foreign-${index}`, name: `Foreign ${index}`, products: [], dataConnections: [] },
  }));

  it.each([
    ['the list is empty', []],
    ['the list is another workspace’s', FOREIGN],
  ])('marks nobody as deleted when %s, and asks little', async (_, listed) => {
    elsewhere = { listed };
    expect(await sync()).toMatchObject({
      state: 'failed',
      missing: 50,
      problem:
        'At least 50 of 110 customers are missing in Codat, so none was marked as deleted. Check that CODAT_API_KEY belongs to the right Codat workspace.',
    });
    expect(requests).toBe(3);
    expect([await living(), await deleted()]).toEqual([CUSTOMERS, 0]);
    expect(await sync()).toMatchObject({ state: 'failed' });
    elsewhere = null;
    expect(await sync()).toMatchObject({ state: 'done', missing: 0, problem: null });
  });

  it('believes that up to a fifth of them are gone, and doubts that more are', async () => {
    remove(22);
    expect(await sync()).toMatchObject({ state: 'done', changed: 22 });
    remove(18);
    expect(await sync()).toMatchObject({
      state: 'failed',
      missing: 18,
      problem: expect.stringMatching(/^18 of 88 customers are missing/),
    });
    expect([await living(), await deleted()]).toEqual([88, 22]);
  });

  it('believes it once an admin confirms it', async () => {
    const [{ missing }] = await test.json(listPath('syncs', { sort: ['startedAt', 'DESC'] }));
    expect(missing).toBe(18);
    const confirmation = { kind: 'full', deletionsConfirmed: true };
    expect((await test.send('POST', '/api/syncs', confirmation, 'agent')).status).toBe(403);
    expect((await test.send('POST', '/api/syncs', confirmation)).status).toBe(201);
    expect(await sync()).toMatchObject({ state: 'done', changed: 18, missing: 0, problem: null });
    expect([await living(), await deleted()]).toEqual([70, 40]);
  });

  it.each([
    [2, 1, 'done'],
    [2, 2, 'failed'],
    [1, 1, 'failed'],
    [3, 2, 'failed'],
  ])('of %i customers takes %i missing as %s', async (all, gone, state) => {
    test.clock.now = addHours(test.clock.now, 1);
    await test.send('POST', '/api/syncs', { kind: 'full', deletionsConfirmed: true });
    remove(test.sandbox.world.companies.size);
    for (let index = 0; index < all; index += 1)
      test.sandbox.world.createCompany({ name: `Few ${index}` });
    await sync();
    expect(await living()).toBe(all);
    remove(gone);
    expect((await sync()).state).toBe(state);
  });
});
