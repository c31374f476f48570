import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '../../src/common/event-types.ts';
import { sumCounts } from '../../src/database/customer-counts.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { ingest } from '../../src/database/ingest.ts';
import {
  attempts,
  customerCounts,
  customers,
  firstAttempts,
  journeys,
} from '../../src/database/schema/index.ts';
import { event, type JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';

const A = { connectionId: 'a', software: 'gbol' };

const happened = <T extends EventType>(
  customerId: string,
  hoursAgo: number,
  type: T,
  data: JourneyEvent<T>['data'],
) =>
  event(
    type,
    {
      customerId,
      occurredAt: addHours(NOW, -hoursAgo),
      source: 'codat',
      sourceId: `${type} ${hoursAgo}`,
    },
    data,
  );

describe.each(DRIVERS)('rebuilding on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'rebuild');
    await ingest(
      test.database,
      [
        happened('reopened', 50, 'software.selected', A),
        happened('reopened', 49, 'connection.failed', { ...A, text: '' }),
        happened('reopened', 40, 'journey.closed', { reason: 'declined' }),
        happened('reopened', 30, 'journey.reopened', {}),
        happened('fast-clock', 0, 'link.opened', {}),
        happened('unchanged', 5, 'link.opened', {}),
      ],
      NOW,
    );
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  /** What an earlier version stored, by its rules. */
  const storeAsBefore = async () => {
    const [first] = await test.database
      .select()
      .from(journeys)
      .where(eq(journeys.id, 'reopened:0'));
    if (!first) throw new Error('The journey is missing.');
    const second = { ...first, id: 'reopened:1', ordinal: 1, kind: 'reopened' as const };
    await test.database.insert(journeys).values(second);
    await test.database
      .update(journeys)
      .set({ closedAt: NOW, closedReason: 'declined', firstSignalAt: null })
      .where(eq(journeys.id, 'reopened:0'));
    await test.database
      .update(customers)
      .set({ journeyId: 'reopened:1', journeyKind: 'reopened' })
      .where(eq(customers.id, 'reopened'));
    await test.database.update(attempts).set({ reportedBy: [] });
    await test.database.update(firstAttempts).set({ failedFirst: false });
    // Its times were corrected since, without its state.
    await test.database
      .update(customers)
      .set({ lastSignalAt: addHours(NOW, 3) })
      .where(eq(customers.id, 'fast-clock'));
    await test.database
      .update(journeys)
      .set({ firstSignalAt: addHours(NOW, 3) })
      .where(eq(journeys.customerId, 'fast-clock'));
  };

  it('brings state stored by earlier rules to the present ones, says what changed, then finds nothing', async () => {
    await storeAsBefore();
    const { changes, differing, ...rebuilt } = await rebuild(test.database);
    expect(rebuilt).toEqual({ customers: 3 });
    expect(differing.sort()).toEqual(['fast-clock', 'reopened']);
    expect(Object.fromEntries(changes)).toMatchObject({
      'journeys removed': 1,
      'journeys.closedAt': 1,
      'journeys.firstSignalAt': 2,
      'customers.journeyKind': 1,
      'attempts.reportedBy': 1,
      first_attempts: 1,
      'customers.lastSignalAt': 1,
    });
    expect(await test.json('/api/customers/reopened')).toMatchObject({
      journeyId: 'reopened:0',
      journeyKind: 'first',
      failedAttempts: 1,
      closedAt: null,
    });
    expect(await test.json('/api/customers/fast-clock')).toMatchObject({ lastSignalAt: NOW });
    const again = await rebuild(test.database);
    expect(again).toEqual({ customers: 3, differing: [], changes: new Map() });
  });

  it('corrects how many customers an account manager has', async () => {
    const totalOf = async (filter: object) =>
      (await test.list('customers', { filter })).headers.get('content-range')?.split('/')[1];
    await test.database
      .update(customers)
      .set({ accountManagerId: 'manager-1' })
      .where(eq(customers.id, 'reopened'));
    await test.database
      .update(customers)
      .set({ deletedAt: NOW })
      .where(eq(customers.id, 'unchanged'));
    expect([await totalOf({}), await totalOf({ accountManagerId: 'manager-1' })]).toEqual([
      '2',
      '1',
    ]);
    await sumCounts(test.database);
    expect([await totalOf({}), await totalOf({ accountManagerId: null })]).toEqual(['2', '1']);
    await test.database.insert(customerCounts).values({ accountManagerId: 'manager-1', count: 5 });
    expect(await totalOf({})).toBe('7');
    const { changes } = await rebuild(test.database);
    expect(changes.get('customer_counts.count')).toBe(5);
    expect(await totalOf({})).toBe('3');
  });
});
