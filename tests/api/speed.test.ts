import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { firstCohorts } from '../../src/database/metrics/cohort.ts';
import { addHours } from '../../src/journey/instant.ts';
import { addNamed, fill } from '../bench/customers/fill.ts';
import { companyId } from '../bench/customers/profile.ts';
import { listPath, NOW, openTestApi, type TestApi } from '../support/api.ts';
import { connection, webhookBody } from '../support/payloads.ts';
import { createDatabase } from '../support/postgres.ts';
import { rowsRead, statementsOf } from '../support/statements.ts';

const FIRST = 100;
const FEW = 400;
const MANY = 1600;
const MONTH_AGO = addHours(NOW, -28 * 24);

type Request = {
  name: string;
  path: string;
  /** Statements that it takes at most. */
  statements: number;
  /** Whether it reads more rows the more customers there are. */
  grows?: true;
};

const page = (name: string, query: object): Request => ({
  name,
  path: listPath('customers', { range: [0, 24], ...query }),
  statements: 4,
});

const REQUESTS: Request[] = [
  page('the first page by name', { sort: ['name', 'ASC'] }),
  page('the first page by activity', { sort: ['lastActivityAt', 'DESC'] }),
  // All who are stuck are put in order: how urgent they are changes with time.
  { ...page('the queue', { sort: ['priority', 'ASC'], filter: { stuck: true } }), grows: true },
  page('the page of those connected within a month', { filter: { authorizedAt_gte: MONTH_AGO } }),
  page('a search', { filter: { q: 'ashdown' } }),
  { name: 'a customer', path: `/api/customers/${companyId(FIRST)}`, statements: 5 },
];

const bodyAt = (generatedDate: string): string =>
  webhookBody({
    eventType: 'connection.connected',
    generatedDate,
    payload: connection(companyId(FIRST), { status: 'Linked' }),
  });

/** What `npm run bench` measures, by statements and rows read: they are the same on every machine. */
describe('with four times as many customers', () => {
  let test: TestApi;
  let url: string;

  const costs = async () => {
    await test.database.execute(sql`vacuum analyze`);
    const found = new Map<string, { statements: number; rows: number }>();
    for (const { name, path } of REQUESTS) {
      // What a server remembers from one request to the next counts as known.
      await test.json(path);
      const statements = await statementsOf(() => test.json(path));
      // Totals are counted, from an index or from counts where there are any.
      const others = statements.filter(
        ({ text }) => !/^select count\(\*\)|"customer_counts"/i.test(text),
      );
      found.set(name, { statements: statements.length, rows: await rowsRead(url, others) });
    }
    return found;
  };
  let few: Awaited<ReturnType<typeof costs>>;
  let many: Awaited<ReturnType<typeof costs>>;

  beforeAll(async () => {
    url = await createDatabase(inject('postgresUrl'), 'speed');
    test = await openTestApi(await openPostgres(url, () => {}));
    await addNamed(test.database);
    await fill(test.database, { from: FIRST, to: FIRST + FEW, now: NOW });
    few = await costs();
    await fill(test.database, { from: FIRST + FEW, to: FIRST + MANY, now: NOW });
    many = await costs();
  });
  afterAll(() => test.close());

  it.each(REQUESTS)('$name takes at most $statements statements', ({ name, statements }) => {
    expect(many.get(name)?.statements).toBeLessThanOrEqual(statements);
  });

  it.each(REQUESTS.filter(({ grows }) => !grows))('$name reads no more rows', ({ name }) => {
    expect(many.get(name)?.rows).toBeLessThanOrEqual(1.5 * (few.get(name)?.rows ?? 0));
  });

  it('a webhook takes at most 14 statements', async () => {
    // What a server remembers from the one before counts as known.
    await test.deliver('msg_1', bodyAt(addHours(NOW, -1)), new Date());
    const next = () => test.deliver('msg_2', bodyAt(NOW), new Date());
    const statements = await statementsOf(next);
    // Announcements go by themselves, some time after the webhook that they are about.
    const own = statements.filter(({ text }) => !text.includes('pg_notify'));
    expect(own.length).toBeLessThanOrEqual(14);
  });

  it('the journeys of a period are loaded once for all who ask at the same time, and again for those who ask later', async () => {
    const scope = {
      ...{ period: { from: MONTH_AGO, to: NOW }, now: NOW, timeZone: 'Europe/London' },
      ...{ conversionDays: 14, portfolio: null },
    };
    const load = () => firstCohorts(test.database, scope);
    const loads = async (work: () => Promise<unknown>) =>
      (await statementsOf(work)).filter(({ text }) => text.includes('"together"')).length;
    const other = await openPostgres(url, () => {});
    onTestFinished(other.close);

    expect(await loads(() => Promise.all([load(), load(), load()]))).toBe(1);
    const whileOneGoesOn = () =>
      // Nothing can be read until the transaction ends.
      other.database.transaction(async (transaction) => {
        await transaction.execute(sql`lock table journeys in access exclusive mode`);
        const first = load();
        await setTimeout(200);
        return [first, load()];
      });
    expect(await loads(async () => Promise.all(await whileOneGoesOn()))).toBe(2);
  });
});
