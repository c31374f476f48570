import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';

/** A stuck customer; hours are before now. */
const stuck = (
  id: string,
  priority: 'high' | 'medium',
  hours: { stuck: number; signal?: number },
) =>
  customerRow({
    id,
    priority,
    stuckReason: 'attempt_failed',
    stuckAt: addHours(NOW, -hours.stuck),
    lastSignalAt: hours.signal === undefined ? null : addHours(NOW, -hours.signal),
  });

describe.each(DRIVERS)('the queue on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'queue');
    await test.database
      .insert(customers)
      .values([
        stuck('long ago', 'high', { stuck: 90, signal: 91 }),
        stuck('never signalled', 'high', { stuck: 80 }),
        stuck('a day ago', 'high', { stuck: 23, signal: 24 }),
        stuck('this morning', 'high', { stuck: 2, signal: 3 }),
        stuck('just now', 'high', { stuck: 0.5, signal: 1.5 }),
        stuck('medium, just now', 'medium', { stuck: 0.1, signal: 0.2 }),
        stuck('medium, long ago', 'medium', { stuck: 50, signal: 60 }),
        customerRow({ id: 'deleted', priority: 'high', stuckAt: NOW, deletedAt: NOW }),
      ]);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const URGENT_FIRST = [
    'just now',
    'this morning',
    'long ago',
    'never signalled',
    'a day ago',
    'medium, long ago',
    'medium, just now',
  ];

  it.each([
    ['ASC', URGENT_FIRST],
    ['DESC', URGENT_FIRST.toReversed()],
  ])(
    'begins, of the most urgent, with who may still be at the desk, sorted %s',
    async (order, expected) => {
      const query = { sort: ['priority', order], filter: { stuck: true } };
      const rows: { id: string }[] = await (await test.list('customers', query)).json();
      expect(rows.map(({ id }) => id)).toEqual(expected);
    },
  );
});
