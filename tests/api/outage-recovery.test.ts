import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../mocks/sample/random.ts';
import { createCodatClient } from '../../src/codat/client.ts';
import { runSync } from '../../src/codat/sync.ts';
import { customers } from '../../src/database/schema/index.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { API_KEY, openTestSandbox, PUBLIC_URL, type TestSandbox } from '../support/sandbox.ts';

const COMPANIES = 40;
const SOFTWARE = ['gbol', 'akxx', 'pqsw', 'qudb'] as const;

/** Makes a random change that the company’s state allows. */
const changeCompany = (
  { world }: TestSandbox,
  id: string,
  random: ReturnType<typeof createRandom>,
) => {
  const company = world.company(id);
  const [connection] = company.connections;
  if (!connection || random.chance(0.1)) world.selectSoftware(id, random.pick(SOFTWARE));
  else if (connection.status === 'Linked')
    random.chance(0.3)
      ? world.disconnect(connection.id, random.pick(['Deauthorized', 'Unlinked'] as const))
      : world.updateCompany(id, { name: `${company.name}!` });
  else if (random.chance(0.15)) world.removeConnection(connection.id);
  else if (random.chance(0.4)) world.fail(connection.id, 'not_administrator');
  else world.approve(connection.id);
};

describe.each(DRIVERS)('after an outage on $name', (driver) => {
  const random = createRandom(7);
  let test: TestApi;
  let sandbox: TestSandbox;
  let down = false;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    test = await openOn(driver, 'outage_recovery');
    sandbox = openTestSandbox({}, ({ at, headers, body }) => deliver(at, headers, body));
    vi.setSystemTime(sandbox.now());
    for (let index = 0; index < COMPANIES; index += 1)
      sandbox.world.createCompany({ name: `Company ${index}` });
  });
  afterAll(async () => {
    vi.useRealTimers();
    await test.close();
  });

  const deliver = async (at: string, headers: Headers, body: string): Promise<number> => {
    if (down) return 503;
    vi.setSystemTime(at);
    test.clock.now = at;
    return (await test.request('/webhooks/codat', { method: 'POST', headers, body }, null)).status;
  };

  /** Makes random changes, half an hour apart. */
  const makeChanges = async (changes: number) => {
    const ids = [...sandbox.world.companies.keys()].sort();
    for (let count = 0; count < changes; count += 1) {
      changeCompany(sandbox, random.pick(ids), random);
      await sandbox.advanceHours(0.5);
    }
  };

  const sync = async () => {
    vi.setSystemTime(sandbox.now());
    test.clock.now = sandbox.now();
    return runSync(
      {
        database: test.database,
        codat: createCodatClient({
          apiKey: API_KEY,
          apiUrl: PUBLIC_URL,
          fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
        }),
        now: sandbox.now,
        waitUntil: () => Promise.reject(new Error('Nothing to wait for.')),
        signal: new AbortController().signal,
        onProgress: () => {},
        onError: (error) => expect.fail(String(error)),
      },
      'full',
    );
  };

  /** Compares the sandbox’s connections with the stored customers. */
  const expectSameState = async () => {
    const expected = [...sandbox.world.companies.values()].map((company) => ({
      id: company.id,
      connected: company.connections.some(({ status }) => status === 'Linked'),
      streaming: company.connections.some(
        ({ status, lastSync }) => status === 'Linked' && lastSync !== null,
      ),
    }));
    const stored = (await test.database.select().from(customers)).map((customer) => ({
      id: customer.id,
      connected: customer.connected,
      streaming: customer.stage === 'streaming',
    }));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(stored.sort(byId)).toEqual(expected.sort(byId));
    expect(expected.some(({ connected }) => connected)).toBe(true);
    expect(expected.some(({ connected }) => !connected)).toBe(true);
  };

  it('of hours, Codat’s repeated webhooks restore every customer’s state', async () => {
    await makeChanges(60);
    down = true;
    await makeChanges(20);
    down = false;
    await sandbox.advanceHours(30);
    expect(sandbox.webhooks.givenUp).toEqual([]);
    await expectSameState();
  });

  it('of days, a full sync restores what undelivered webhooks reported', async () => {
    down = true;
    await makeChanges(100);
    await sandbox.advanceHours(40);
    down = false;
    expect(sandbox.webhooks.givenUp.length).toBeGreaterThan(20);
    expect((await sync()).changed).toBeGreaterThan(10);
    await expectSameState();
    expect(await sync()).toMatchObject({ changed: 0 });
    const named = await test.database.select().from(customers);
    const names = new Map(named.map((customer) => [customer.id, customer.name]));
    for (const company of sandbox.world.companies.values())
      expect(names.get(company.id)).toBe(company.name);
    expect(test.faults).toEqual([]);
  });
});
