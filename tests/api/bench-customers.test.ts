import { asc, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStuckAt } from '../../src/database/derived-columns.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { ingest } from '../../src/database/ingest.ts';
import { attempts, customers, journeys, stuckSpells } from '../../src/database/schema/index.ts';
import { addNamed, fill } from '../bench/customers/fill.ts';
import { historyOf } from '../bench/customers/history.ts';
import { EMBEDDED, NOW, openOn, type TestApi } from '../support/api.ts';

const [FROM, TO] = [100, 300];
const HISTORIES = Array.from({ length: TO - FROM }, (_, index) => historyOf(FROM + index, NOW));

const stateOf = async ({ database }: TestApi) => ({
  customers: await database.select().from(customers).orderBy(asc(customers.id)),
  journeys: await database.select().from(journeys).orderBy(asc(journeys.id)),
  attempts: await database.select().from(attempts).orderBy(asc(attempts.id)),
  spells: await database.select().from(stuckSpells).orderBy(asc(stuckSpells.id)),
});

describe('customers made for measuring', () => {
  let filled: TestApi;
  let ingested: TestApi;

  beforeAll(async () => {
    filled = await openOn(EMBEDDED, 'bench_filled');
    ingested = await openOn(EMBEDDED, 'bench_ingested');
    for (const { database } of [filled, ingested]) await addNamed(database);
    await fill(filled.database, { from: FROM, to: TO, now: NOW });
    await ingest(ingested.database, HISTORIES.flat(), NOW);
  });
  afterAll(async () => {
    await filled.close();
    await ingested.close();
  });

  it('are stored as ingest would have stored them', async () => {
    expect(await stateOf(filled)).toEqual(await stateOf(ingested));
  });

  it('are what a rebuild would store', async () => {
    const { customers, differing } = await rebuild(filled.database);
    expect({ customers, differing }).toEqual({ customers: TO - FROM, differing: [] });
  });

  it('have five events and more each, and are the same each time', () => {
    const counts = HISTORIES.map(({ length }) => length).sort((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 10)]).toBeGreaterThanOrEqual(5);
    expect(historyOf(FROM, NOW)).toEqual(HISTORIES[0]);
  });

  it.each([
    ['closed', isNotNull(customers.closedAt)],
    ['stuck', isStuckAt(NOW)],
    ['connected', eq(customers.stage, 'streaming')],
    ['connected again', eq(customers.journeyKind, 'reconnect')],
    ['deleted', isNotNull(customers.deletedAt)],
    ['subsidiaries', isNotNull(customers.parentId)],
  ])('are %s, some of them', async (_, condition) => {
    expect(await filled.database.$count(customers, condition)).toBeGreaterThan(0);
  });
});
