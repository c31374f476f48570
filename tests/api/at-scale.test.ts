import { gt, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import type { Database } from '../../src/database/database.ts';
import { customers, events, software, users } from '../../src/database/schema/index.ts';
import { parseEvent } from '../../src/journey/events.ts';
import { addHours, type Instant, toInstant } from '../../src/journey/instant.ts';
import { addNamed, fill } from '../bench/customers/fill.ts';
import { EMBEDDED, NOW, openTestApi, type TestApi } from '../support/api.ts';
import { comparisonsOf, METRIC_NAMES, toldBy } from '../support/metric-comparisons.ts';
import { createDatabase } from '../support/postgres.ts';
import {
  type Filter,
  type Name,
  type Names,
  type Shown,
  shownAt,
  slowList,
} from '../support/slow-lists.ts';

/** A database of `npm run bench`, of which a copy is compared. Without one, a few of its customers are. */
const { BENCH_DATABASE } = process.env;

const HOUR_MS = 3_600_000;
const PAGE = 25;

/** Customers that are read at once. */
const BATCH = 10_000;

/** The first ones have thousands of events. */
const FEW = { from: 100, to: 400, now: NOW };

const openBench = async (): Promise<{ test: TestApi; now: Instant }> => {
  if (BENCH_DATABASE) {
    const server = new URL(BENCH_DATABASE);
    const template = server.pathname.slice(1);
    server.pathname = '/postgres';
    const url = await createDatabase(server.href, 'at_scale', template);
    return {
      test: await openTestApi(await openPostgres(url, () => {})),
      now: toInstant(new Date()),
    };
  }
  const test = await openTestApi(await EMBEDDED.open('at_scale'));
  await addNamed(test.database);
  await fill(test.database, FEW);
  return { test, now: NOW };
};

const FIELDS: Name[] = [
  ...(['name', 'software', 'accountManagerId', 'stage', 'connected', 'failedAttempts'] as const),
  ...(['failureReason', 'stuckReason', 'priority', 'stuck', 'waiting'] as const),
  ...(['createdAt', 'enteredAt', 'authorizedAt', 'stuckAt'] as const),
];

const field = fc.constantFrom(...FIELDS);

/** A list of customers who are like one of them. */
const lists = fc.record({
  /** Which of all, from 0 to 1. */
  like: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  by: fc.uniqueArray(fc.tuple(field, fc.constantFrom('', '_neq', '_gte', '_lt')), {
    ...{ maxLength: 2, selector: ([name]) => name },
  }),
  searches: fc.nat(9).map((one) => one === 0),
  sort: fc.tuple(field, fc.constantFrom('ASC', 'DESC')),
  /** How far into the list the page is, from 0 to 1. */
  depth: fc.double({ min: 0, max: 1, noNaN: true }),
});
type List = typeof lists extends fc.Arbitrary<infer T> ? T : never;

const filterOf = ({ by, searches }: List, customer: Shown): Filter => {
  // Only an ID: the search finds words however they are written, which simple loops don’t.
  const filter: Filter = searches ? { q: customer.id } : {};
  for (const [name, operator] of by) {
    const value = customer[name];
    const isOrder = operator === '_gte' || operator === '_lt';
    filter[`${name}${isOrder && value === null ? '' : operator}`] = value;
  }
  return filter;
};

/** An answer, as those who ask again get it: from a cold disk, the first one can take too long. */
const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  let response = await ask();
  for (let attempts = 1; response.status === 503 && attempts < 10; attempts += 1)
    response = await ask();
  expect(response.status).toBe(200);
  return response;
};

/** All customers and their events, some customers at a time. */
async function* batchesOf(database: Database) {
  let last = '';
  while (true) {
    const rows = await database
      .select()
      .from(customers)
      .where(gt(customers.id, last))
      .orderBy(customers.id)
      .limit(BATCH);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    last = ids.at(-1) ?? last;
    const told = await database.select().from(events).where(inArray(events.customerId, ids));
    yield { rows, told: told.map(parseEvent) };
  }
}

describe('at the scale of a bench database', () => {
  let test: TestApi;
  let comparisons: ReturnType<typeof comparisonsOf>;
  let shown: Shown[];
  let names: Names;
  let now: Instant;

  beforeAll(async () => {
    ({ test, now } = await openBench());
    test.clock.now = now;
    const { database } = test;
    const known = await database.select().from(software);
    const people = await database.select().from(users);
    names = new Map([...known, ...people].map(({ id, name }) => [id, name]));
    shown = [];
    const told: ReturnType<typeof toldBy>[] = [];
    for await (const batch of batchesOf(database)) {
      for (const row of batch.rows) if (!row.deletedAt) shown.push(shownAt(row, now));
      told.push(toldBy(batch.told, known, now));
    }
    comparisons = comparisonsOf(
      { ...{ told, software: known, now, timeZone: 'UTC' }, days: 14, changes: [] },
      async (path) => (await patiently(() => test.request(path))).json(),
    );
  }, HOUR_MS);
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(METRIC_NAMES)(
    'the metric %s equals a count by hand',
    async (name) => {
      const compare = comparisons[name];
      const period = { from: addHours(now, -28 * 24), to: now };
      await compare(period);
      await compare({ ...period, software: 'gbol' });
      await compare({ ...period, accountManagerId: 'manager-007' });
    },
    HOUR_MS,
  );

  it(
    'lists equal what filtering, sorting and paging in memory returns',
    async () => {
      for (const list of fc.sample(lists, { seed: 17, numRuns: 200 })) {
        const customer = shown[Math.floor(list.like * shown.length)];
        if (!customer) throw new Error('There are no customers.');
        const { sort, depth } = list;
        const filter = filterOf(list, customer);
        const all = slowList(shown, { names, now }, filter, sort);
        const first = Math.floor(depth * Math.max(all.length - PAGE, 0));
        const range = [first, first + PAGE - 1];
        const response = await patiently(() => test.list('customers', { filter, sort, range }));
        const page: Shown[] = await response.json();
        const total = Number(response.headers.get('content-range')?.split('/')[1]);
        expect({ filter, sort, total, ids: page.map(({ id }) => id) }).toEqual({
          ...{ filter, sort, total: all.length },
          ids: all.slice(first, first + PAGE).map(({ id }) => id),
        });
      }
    },
    HOUR_MS,
  );
});
