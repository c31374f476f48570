import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Database } from '../../src/database/database.ts';
import { ingest } from '../../src/database/ingest.ts';
import {
  attempts,
  checkpoints,
  customers,
  events,
  stuckSpells,
} from '../../src/database/schema/index.ts';
import { loadStuckSettings } from '../../src/database/settings.ts';
import { snapshot } from '../../src/database/snapshot.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { fold } from '../../src/journey/fold.ts';
import { eventLists, shuffled } from '../../src/journey/testing/arbitraries.ts';
import { A, event, FAILURE } from '../../src/journey/testing/example-events.ts';
import { DRIVERS, NOW } from '../support/api.ts';
import { rewriteHistory } from '../support/history.ts';
import { expectCleanFold } from '../support/ledger.ts';

const STEPS = [
  (hour: number) => event(hour, 'software.selected', A),
  (hour: number) => event(hour, 'connection.failed', { ...A, ...FAILURE }),
  (hour: number) => event(hour, 'connection.authorized', A),
  (hour: number) => event(hour, 'data.received', A),
  (hour: number) => event(hour, 'connection.disconnected', A),
];

/** What a customer does, hour by hour, who connects, is disconnected and starts over. */
const cycles = (customerId: string, count: number): JourneyEvent[] =>
  Array.from({ length: count }).flatMap((_, cycle) =>
    STEPS.map((step, index) => ({ ...step(cycle * STEPS.length + index), customerId })),
  );

describe.each(DRIVERS)('the stored state of a customer, on $name', (driver) => {
  let connection: Connection;
  let database: Database;
  beforeAll(async () => {
    connection = await driver.open('folding');
    database = connection.database;
  });
  afterAll(() => connection.close());

  const ingestEach = async (list: readonly JourneyEvent[]) => {
    for (const one of list) await ingest(database, [one], NOW);
  };
  const stateOf = async (id: string) => {
    const [customer] = await database.select().from(customers).where(eq(customers.id, id));
    return customer;
  };
  const foldedState = async (id: string, list: readonly JourneyEvent[]) =>
    snapshot(id, fold(list), await loadStuckSettings(database)).customer;
  /** Takes the history away, so that nothing can be read from it. */
  const forget = (id: string) =>
    rewriteHistory(database, (transaction) =>
      transaction.delete(events).where(eq(events.customerId, id)),
    );

  it('is the fold of all events, in whatever order and parts they arrive', async () => {
    let run = 0;
    const told = new Map<string, JourneyEvent[]>();
    const arrivals = fc.tuple(shuffled(eventLists), fc.integer({ min: 1, max: 8 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(arrivals, async ([[sorted, mixed], size, inOrder]) => {
        run += 1;
        const list = inOrder
          ? sorted.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt))
          : mixed;
        for (let start = 0; start < list.length; start += size) {
          const part = list.slice(start, start + size);
          const own = part.map((one) => ({ ...one, customerId: `random-${run}` }));
          await ingest(database, own, NOW);
        }
        if (list.length > 0) told.set(`random-${run}`, list);
      }),
      { numRuns: 6 },
    );
    const settings = await loadStuckSettings(database);
    const byNow = (list: JourneyEvent[]) =>
      list.map((one) => (one.occurredAt > NOW ? { ...one, occurredAt: NOW } : one));
    const spells = [...told].flatMap(
      ([id, list]) => snapshot(id, fold(byNow(list)), settings).stuckSpells,
    );
    const stored = await database.select().from(stuckSpells);
    expect(stored.length).toBeGreaterThan(0);
    expect(new Map(stored.map((row) => [row.id, row]))).toEqual(
      new Map(spells.map((row) => [row.id, row])),
    );
    await expectCleanFold(database);
  });

  it('follows each event in order without reading the ones before', async () => {
    const all = cycles('long', 30);
    const known = all.length - 3 * STEPS.length;
    await ingest(database, all.slice(0, known), NOW);
    await forget('long');
    for (let count = known + 1; count <= all.length; count += 1) {
      await ingestEach(all.slice(count - 1, count));
      expect(await stateOf('long')).toEqual(await foldedState('long', all.slice(0, count)));
    }
    const written = await database.$count(attempts, eq(attempts.customerId, 'long'));
    expect(written).toBe(fold(all).journeys.flatMap((journey) => journey.attempts).length);
    await database
      .insert(events)
      .values(all.slice(0, known).map((one) => ({ ...one, recordedAt: NOW })));
    await expectCleanFold(database);
  });

  it('takes events that arrive late to where they belong', async () => {
    const all = cycles('late', 12);
    await ingest(database, all.toSpliced(21, 1), NOW);
    await ingestEach(all.slice(21, 22));
    expect(await stateOf('late')).toEqual(await foldedState('late', all));
    await expectCleanFold(database);
  });

  it('is folded from all events when they concern a distant past', async () => {
    const all = cycles('corrected', 12);
    await ingest(database, all, NOW);
    const failedAt = all[6 * STEPS.length + 1]?.occurredAt ?? '';
    const data = { connectionId: A.connectionId, failedAt, reason: 'wrong_entity' as const };
    const correction = {
      ...event(100, 'attempt.corrected', data, 'agent'),
      customerId: 'corrected',
    };
    await ingestEach([correction]);
    const corrected = await database.$count(
      attempts,
      sql`${attempts.customerId} = 'corrected' and ${attempts.failureReason} = 'wrong_entity'`,
    );
    expect(corrected).toBe(1);
    await expectCleanFold(database);
  });

  it('is folded from all events after the rules have changed', async () => {
    const all = cycles('ruled', 2);
    await ingest(database, all.slice(0, -1), NOW);
    await database
      .update(checkpoints)
      .set({ rules: 'of another version', checkpoint: sql`'{}'` })
      .where(eq(checkpoints.customerId, 'ruled'));
    await ingestEach(all.slice(-1));
    expect(await stateOf('ruled')).toEqual(await foldedState('ruled', all));
    await expectCleanFold(database);
  });

  it('is written only where an event changed it', async () => {
    const all = cycles('written', 10);
    const late = {
      ...event(2, 'call.made', { outcome: 'reached' }, 'agent'),
      customerId: 'written',
    };
    await ingest(database, all.slice(0, -1), NOW);
    /** The attempts with the transaction that wrote each last. */
    const writes = async () =>
      new Map(
        (
          await database
            .select({ id: attempts.id, by: sql<string>`xmin::text` })
            .from(attempts)
            .where(eq(attempts.customerId, 'written'))
        ).map(({ id, by }) => [id, by]),
      );
    const before = await writes();
    expect(new Set(before.values()).size).toBe(1);
    await ingestEach([...all.slice(-1), late]);
    expect(await writes()).toEqual(before);
    await expectCleanFold(database);
  });
});
