import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { ingest } from '../../src/database/ingest.ts';
import { firstAttempts } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';

const NOW = addHours(START, 20 * 24);

/** In the order in which they arrive, which isn’t that in which they happened. */
const EVENTS = fc
  .sample(eventLists, { seed: 5, numRuns: 60 })
  .flatMap((list, index) =>
    list.map((event) => ({ ...structuredClone(event), customerId: `customer-${index}` })),
  );

const FILL = readFileSync('src/database/migrations/0035_fill_first_attempts.sql', 'utf8');

describe.each(DRIVERS)('what attempts came to, on $name', (driver) => {
  let test: TestApi;
  const load = () =>
    test.database
      .select()
      .from(firstAttempts)
      .orderBy(firstAttempts.customerId, firstAttempts.software);

  beforeAll(async () => {
    test = await openOn(driver, 'first-attempts');
    for (const event of EVENTS.toReversed().toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1)))
      await ingest(test.database, [event], NOW);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('is kept with each event as the migration fills it from all attempts', async () => {
    const kept = await load();
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.some(({ failedFirst }) => failedFirst)).toBe(true);
    expect(kept.some(({ approvedAt }) => approvedAt !== null)).toBe(true);
    await test.database.delete(firstAttempts);
    await test.database.execute(sql.raw(FILL));
    expect(await load()).toEqual(kept);
    expect((await rebuild(test.database)).changes).toEqual(new Map());
  });
});
