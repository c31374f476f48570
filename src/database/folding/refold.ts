import { and, asc, gt, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { announce, CUSTOMER_STATE } from '../changes/changes.ts';
import type { Database } from '../database.ts';
import { lockCustomers } from '../locks.ts';
import { customers } from '../schema/index.ts';
import { loadStuckSettings } from '../settings.ts';
import { transact } from '../transact.ts';
import { refold } from './folding.ts';

const BATCH = 200;

/** Yields the distinct ids of a column in batches, in order. */
export async function* idBatches(
  database: Database,
  table: PgTable,
  column: PgColumn,
  condition?: SQL,
): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const rows = await database
      .selectDistinct({ id: column })
      .from(table)
      .where(and(condition, gt(column, last)))
      .orderBy(asc(column))
      .limit(BATCH);
    const ids = rows.map(({ id }) => String(id));
    if (ids.length > 0) yield ids;
    if (ids.length < BATCH) return;
    last = ids.at(-1) ?? last;
  }
}

/** Rebuilds customers’ states from their events after a setting has changed. */
export const refoldAll = async (database: Database, condition: SQL): Promise<void> => {
  const settings = await loadStuckSettings(database);
  for await (const ids of idBatches(database, customers, customers.id, condition))
    await transact(database, async (transaction) => {
      await lockCustomers(transaction, ids);
      await refold(transaction, ids, settings);
    });
  await announce(database, { resources: CUSTOMER_STATE });
};
