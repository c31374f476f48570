import { inArray, notInArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS } from '../../src/api/metrics/routes.ts';
import type { Database } from '../../src/database/database.ts';
import { ingest } from '../../src/database/ingest.ts';
import { covers, isVisible, type Portfolio } from '../../src/database/portfolios/visibility.ts';
import {
  attempts,
  customers,
  firstAttempts,
  journeys,
  stuckSpells,
} from '../../src/database/schema/index.ts';
import { loadWorkspace } from '../../src/database/settings.ts';
import { addHours } from '../../src/journey/instant.ts';
import { eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { setVisibility } from './portfolio-table.ts';

const NOW = addHours(START, 20 * 24);
const FROM = addHours(START, -30 * 24);
const COUNT = 60;

const IDS = Array.from({ length: COUNT }, (_, index) => `customer-${index}`);

/** Customers with random histories, and software that fails more than usual for all together. */
const EVENTS = [
  ...fc
    .sample(eventLists, { seed: 7, numRuns: COUNT })
    .flatMap((list, index) => list.map((event) => ({ ...event, customerId: `customer-${index}` }))),
  ...IDS.flatMap((customerId, index) => ({
    ...{ customerId, actorId: null, source: 'codat' as const, sourceId: 'incident' },
    occurredAt: addHours(NOW, index % 2 ? -2 : -24 * (1 + (index % 20))),
    type: index % 2 ? ('connection.failed' as const) : ('connection.authorized' as const),
    data: { connectionId: `incident-${index}`, software: 'hbql', text: '' },
  })),
];

/** Whose each customer is: the account manager’s who asks, a colleague’s or nobody’s. */
const assignments = fc.record({
  managers: fc.array(fc.constantFrom('own', 'other', null), { minLength: COUNT, maxLength: COUNT }),
  unassignedVisibleTo: fc.constantFrom('all' as const, 'agents' as const),
  by: fc.constantFrom('software', 'accountManagerId'),
});

const QUERIES: Record<keyof typeof METRICS, object> = {
  overview: { from: FROM, to: NOW },
  curve: { from: FROM, to: NOW },
  funnel: { from: FROM, to: NOW },
  weekly: { from: FROM, to: NOW },
  reasons: { from: FROM, to: NOW },
  marks: { from: FROM, to: NOW },
  software: { from: FROM, to: NOW },
  queue: {},
  actions: { from: FROM, to: NOW },
  evidence: {},
  managers: { from: FROM, to: NOW },
  dropoff: { from: FROM, to: NOW },
  portfolio: { from: FROM, to: NOW },
};

class RolledBack extends Error {}

describe.each(DRIVERS)('the numbers of a portfolio on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'portfolio_numbers');
    test.clock.now = NOW;
    await ingest(test.database, EVENTS, NOW);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  /** Does something to the database that is undone afterwards. */
  const undone = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const result: { value?: T } = {};
    await test.database
      .transaction(async (transaction) => {
        result.value = await work(transaction);
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    if (!('value' in result)) throw new Error('Nothing was computed.');
    return result.value as T;
  };

  /** What is counted once all other customers are gone. */
  const counted = (
    name: keyof typeof METRICS,
    query: object,
    visible: readonly string[],
  ): Promise<unknown> =>
    undone(async (database) => {
      const ids = ['nobody', ...visible];
      for (const table of [attempts, firstAttempts, stuckSpells])
        await database.delete(table).where(notInArray(table.customerId, ids));
      await database.delete(journeys).where(notInArray(journeys.customerId, ids));
      await database.delete(customers).where(notInArray(customers.id, ids));
      const { timeZone, conversionDays } = await loadWorkspace(database);
      const asked = { now: NOW, timeZone, conversionDays, portfolio: null };
      return METRICS[name].compute(database, query, asked);
    });

  it('equal those of a world with only the visible customers', () =>
    fc.assert(
      fc.asyncProperty(assignments, async ({ managers, unassignedVisibleTo, by }) => {
        const person = { own: test.personId('manager'), other: test.personId('admin') };
        for (const whose of ['own', 'other', null] as const)
          await test.database
            .update(customers)
            .set({ accountManagerId: whose && person[whose] })
            .where(
              inArray(customers.id, ['nobody', ...IDS.filter((_, at) => managers[at] === whose)]),
            );
        await setVisibility(test, true, unassignedVisibleTo);
        const seen = unassignedVisibleTo === 'all' ? ['own', null] : ['own'];
        const visible = IDS.filter((_, index) => seen.includes(managers[index] ?? null));
        for (const name of Object.keys(METRICS) as (keyof typeof METRICS)[]) {
          const query = { ...QUERIES[name], ...(name === 'funnel' && { by }) };
          const path = `/api/metrics/${name}?${new URLSearchParams(Object.entries(query))}`;
          const { computedAt: _, definition: __, ...shown } = await test.json(path, 'manager');
          expect({ [name]: shown }).toEqual({ [name]: await counted(name, query, visible) });
        }
        const page = await test.list('customers', { range: [0, 999] }, 'manager');
        const ids: string[] = (await page.json()).map(({ id }: { id: string }) => id);
        expect(ids.filter((id) => !visible.includes(id))).toEqual([]);
      }),
      { numRuns: 4, seed: 12 },
    ));

  it('are of the same customers as the check in memory', async () => {
    const rows = await test.database.select().from(customers);
    const managerId = test.personId('manager');
    for (const unassigned of [true, false]) {
      const portfolio: Portfolio = { managerId, unassigned };
      const found = await test.database.select().from(customers).where(isVisible(portfolio));
      expect(new Set(found.map(({ id }) => id))).toEqual(
        new Set(rows.filter((row) => covers(portfolio, row.accountManagerId)).map(({ id }) => id)),
      );
    }
  });

  it('are found by the index of account managers on many customers', async () => {
    const portfolio: Portfolio = { managerId: test.personId('manager'), unassigned: true };
    const plan = await undone(async (database) => {
      await database.execute(sql`insert into customers
        select copy.* from (select * from customers limit 1) one, generate_series(1, 1000) n,
        jsonb_populate_record(null::customers, to_jsonb(one)
          || jsonb_build_object('id', 'copy-' || n, 'account_manager_id', 'm-' || n % 50)) copy`);
      await database.execute(sql`analyze customers`);
      const query = database
        .select({ id: customers.id })
        .from(customers)
        .where(isVisible(portfolio));
      // However small the samples: whether the index can serve it.
      await database.execute(sql`set local enable_seqscan = off`);
      return database.execute(sql`explain ${query.getSQL()}`);
    });
    expect(JSON.stringify(plan)).toContain('customers_by_manager');
  });
});
