import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../mocks/sample/folded-samples.ts';
import { createPastDays } from '../../mocks/sample/past-days.ts';
import { ingest } from '../../src/database/ingest.ts';
import { keepStuckDay } from '../../src/database/metrics/portfolio/stuck-days.ts';
import {
  customers,
  stuckCounts,
  stuckDays,
  workspaceSettings,
} from '../../src/database/schema/index.ts';
import { loadStuckSettings } from '../../src/database/settings.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { startOf } from '../../src/journey/metrics/calendar.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';

const AUCKLAND = 'Pacific/Auckland';

describe.each(DRIVERS)('the days of the stuck on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'stuck_days');
  });
  afterEach(async () => {
    await test.database.delete(stuckDays);
    await test.database.delete(customers);
    await test.database.update(workspaceSettings).set({ timeZone: 'UTC' });
    test.clock.now = NOW;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const stuck = (id: string, accountManagerId: string | null, fields: object = {}) =>
    customerRow({
      ...{ id, accountManagerId, priority: 'high', stuckReason: 'attempt_failed' },
      ...{ stuckAt: addHours(NOW, -24 * 20), ...fields },
    });

  const keepAt = (at: Instant) => {
    test.clock.now = at;
    return keepStuckDay(test.database, at);
  };

  const stuckNow = async (query = '') =>
    (await test.json(`/api/metrics/portfolio${query}`)).stuckNow;

  it('are counted once each, however many servers look, and without anybody stuck', async () => {
    await test.database.insert(customers).values([stuck('a', null)]);
    const kept = await Promise.all([1, 2, 3, 4].map(() => keepStuckDay(test.database, NOW)));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await test.database.select().from(stuckCounts)).toMatchObject([{ count: 1 }]);
    await test.database.delete(customers);
    expect(await keepAt(addHours(NOW, 24))).toBe(true);
    expect((await stuckNow()).days.map(({ count }: { count: number }) => count)).toEqual([1, 0]);
  });

  it('are counted however many account managers there are', async () => {
    await test.database.insert(customers).values([stuck('a', null)]);
    const named = sql`jsonb_build_object('id', 'a' || n, 'account_manager_id', 'm' || n)`;
    // All at once would take longer than a statement may on a busy machine.
    for (let first = 1; first <= 14_000; first += 2000)
      await test.database.execute(sql`insert into customers select copy.*
        from ${customers}, generate_series(${first}::int, ${first + 1999}::int) n,
        jsonb_populate_record(${customers}, ${named}) copy
        where customers.id = 'a'`);
    await keepAt(NOW);
    expect(await test.database.$count(stuckCounts)).toBe(14_001);
    expect((await stuckNow()).days).toMatchObject([{ count: 14_001 }]);
  });

  it('begin at the team’s midnight', async () => {
    await test.database.update(workspaceSettings).set({ timeZone: AUCKLAND });
    const midnight = startOf('day', NOW, AUCKLAND);
    expect(await keepAt(addHours(midnight, -0.01))).toBe(true);
    expect(await keepAt(midnight)).toBe(true);
    expect(await keepAt(addHours(midnight, 23.9))).toBe(false);
  });

  it('compare stuck now with a week ago, by who managed a customer then', async () => {
    const [own, other] = [test.personId('manager'), test.personId('admin')];
    await test.database
      .insert(customers)
      .values([stuck('a', own), stuck('b', own), stuck('c', other), stuck('d', null)]);
    await keepAt(addHours(NOW, -7 * 24));
    await test.database
      .update(customers)
      .set({ accountManagerId: other })
      .where(eq(customers.id, 'b'));
    await test.database.delete(customers).where(eq(customers.id, 'd'));
    test.clock.now = NOW;
    const at = addHours(NOW, -7 * 24);
    expect(await stuckNow()).toEqual({
      ...{ count: 3, weekAgo: { count: 4, at }, keptSince: at.slice(0, 10) },
      days: [{ day: at.slice(0, 10), at, count: 4 }],
    });
    expect(await stuckNow(`?accountManagerId=${own}`)).toMatchObject({
      ...{ count: 1, weekAgo: { count: 2 } },
    });
    test.clock.now = addHours(NOW, 24);
    expect(await stuckNow()).toMatchObject({ weekAgo: null, keptSince: at.slice(0, 10) });
  });

  it('show account managers who see only their own no more than these', async () => {
    await test.database
      .insert(customers)
      .values([stuck('a', test.personId('manager')), stuck('b', test.personId('admin'))]);
    await keepAt(NOW);
    await test.database.update(workspaceSettings).set({ managersSeeOwn: true });
    const { days } = (await test.json('/api/metrics/portfolio', 'manager')).stuckNow;
    await test.database.update(workspaceSettings).set({ managersSeeOwn: false });
    expect(days).toMatchObject([{ count: 1 }]);
  });

  it('of sample customers are what a server would have counted on that day', async () => {
    const samples = await collect({ count: 200, now: NOW });
    const past = createPastDays(await loadStuckSettings(test.database), NOW);
    for (const { events } of samples) past.add(events);
    const at = startOf('day', NOW, 'UTC');
    const until = samples.flatMap(({ events }) =>
      events.filter(({ occurredAt }) => occurredAt <= at),
    );
    await ingest(test.database, until, at);
    await keepAt(at);
    const rowsOf = async () =>
      (
        await test.database
          .select()
          .from(stuckCounts)
          .where(eq(stuckCounts.day, at.slice(0, 10)))
      )
        .map((row) => JSON.stringify(row))
        .sort();
    const counted = await rowsOf();
    expect(counted.length).toBeGreaterThan(5);
    await test.database.delete(stuckDays);
    await past.store(test.database);
    expect(await rowsOf()).toEqual(counted);
  });
});
