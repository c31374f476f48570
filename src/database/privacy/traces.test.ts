import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import * as schema from '../schema/index.ts';
import { tracesOf } from './traces.ts';

/** Folded from events, or nothing but the customer’s id, colleagues and times. */
const WITHOUT_TRACES = [
  ...[
    'checkpoints',
    'stuck_spells',
    'first_attempts',
    'sightings',
    'erasures',
    'presence',
    'skips',
  ],
];

it('every table about customers is exported and erased', () => {
  const traces = Object.values(tracesOf({ customerId: 'id', words: ['id'], searches: [] }));
  const covered = traces.map(({ table }) => getTableName(table));
  const about = Object.values(schema)
    .filter((one) => is(one, PgTable))
    .filter((table) => 'customerId' in getTableColumns(table))
    .map(getTableName);
  expect(about.length).toBeGreaterThan(8);
  expect([...covered, ...WITHOUT_TRACES]).toEqual(expect.arrayContaining(about));
});
