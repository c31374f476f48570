import { sql } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/database/ingest.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { DRIVERS, NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';

/** More than a cursor reads at once. */
const CUSTOMERS = 1100;

const created = (index: number): JourneyEvent => ({
  type: 'customer.created',
  customerId: `customer-${String(index).padStart(4, '0')}`,
  sourceId: 'created',
  source: 'codat',
  occurredAt: '2026-03-01T08:00:00.000Z',
  actorId: null,
  data: {
    customer: {
      name: index === 7 ? '=HYPERLINK("x")' : `Company ${index}`,
      contactEmail: `${index % 3}@acme.example`,
    },
  },
});

describe.each(DRIVERS)('the file of customers on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'customers_csv');
    const events = Array.from({ length: CUSTOMERS }, (_, index) => created(index));
    await ingest(test.database, events, NOW);
  }, 60_000);
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const open = (query: object, init?: RequestInit) => {
    const values = Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]);
    return test.request(
      `/api/customers.csv?${new URLSearchParams(Object.fromEntries(values))}`,
      init,
    );
  };
  const read = async (response: Response) =>
    Papa.parse<Record<string, string>>(await response.text(), { header: true }).data;

  it.each([
    [{}],
    [{ sort: ['contactEmail', 'DESC'], filter: { contactEmail: '1@acme.example' } }],
    [{ sort: ['accountManagerId', 'ASC'], filter: { name: 'Company 12' } }],
  ])('has the rows of the list in its order: %j', async (query) => {
    const response = await open(query);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = await read(response);
    const ids: string[] = [];
    for (let first = 0; first < CUSTOMERS; first += 1000) {
      const page = await test.list('customers', { ...query, range: [first, first + 999] });
      for (const { id } of await page.json()) ids.push(id);
    }
    expect(rows.map((row) => row['Customer ID'])).toEqual(ids);
    const { length } = ids;
    expect(response.headers.get('content-range')).toBe(`customers 0-${length - 1}/${length}`);
  });

  it('guards formulas, and says what the dashboard says', async () => {
    const [row] = await read(await open({ filter: { id: 'customer-0007' } }));
    expect(row).toMatchObject({
      Customer: `'=HYPERLINK("x")`,
      Stage: 'Not invited',
      Stuck: 'Not invited',
      Email: '1@acme.example',
    });
  });

  it('is compressed for those who take that', async () => {
    const response = await open({}, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const text = await new Response(
      response.body?.pipeThrough(new DecompressionStream('gzip')),
    ).text();
    expect(text.split('\r\n')).toHaveLength(CUSTOMERS + 1);
  });

  it('is recorded', async () => {
    const filter = { name: 'Company 3' };
    await (await open({ filter })).text();
    const exports = await test.list('activity', { filter: { action: 'export' }, range: [0, 99] });
    expect(await exports.json()).toContainEqual(
      expect.objectContaining({ resource: 'customers', details: { filter, rows: 1 } }),
    );
  });

  it.each([
    [{ filter: { shoeSize: 1 } }, 400],
    [{ sort: ['shoeSize', 'ASC'] }, 400],
    [{ filter: { name: '\0' } }, 400],
  ])('is refused for a wrong query: %j', async (query, status) => {
    expect((await open(query)).status).toBe(status);
  });

  it('frees its connection when the reader leaves, however many do', async () => {
    for (let left = 0; left < 5; left += 1) {
      const reader = (await open({})).body?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    expect(await read(await open({}))).toHaveLength(CUSTOMERS);
  });

  it('lets others work while it is read slowly', async () => {
    const reader = (await open({})).body?.getReader();
    await reader?.read();
    const note = { customerId: 'customer-0001', text: 'Called' };
    expect((await test.send('POST', '/api/notes', note)).status).toBe(201);
    await reader?.cancel();
  });
});

it('a file that the database breaks off never looks complete', async () => {
  const test = await openOn(POSTGRESQL, 'customers_csv_broken');
  await ingest(
    test.database,
    Array.from({ length: CUSTOMERS }, (_, index) => created(index)),
    NOW,
  );
  const file = (await test.request('/api/customers.csv')).body;
  await test.database.execute(
    sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and application_name = 'unstuck exports'`,
  );
  await expect(new Response(file).text()).rejects.toThrow();
  await test.close();
}, 60_000);
