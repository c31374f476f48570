import { and, asc, gt, type SQL } from 'drizzle-orm';
import { announce, CUSTOMER_STATE } from './changes.ts';
import type { Database } from './database.ts';
import { lockCustomer, refold } from './ingest.ts';
import { customers } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

const BATCH = 500;

/** The ids of the customers that meet a condition, a batch at a time. */
async function* customerIds(database: Database, condition: SQL | undefined) {
  let last = '';
  for (;;) {
    const batch = await database
      .select({ id: customers.id })
      .from(customers)
      .where(and(condition, gt(customers.id, last)))
      .orderBy(asc(customers.id))
      .limit(BATCH);
    for (const { id } of batch) yield id;
    last = batch.at(-1)?.id ?? '';
    if (batch.length < BATCH) return;
  }
}

/**
 * Folds customers anew from their events, after a setting has changed or to check what is stored. Each is handed to
 * `onRefolded` as it now is. Returns how many there were.
 */
export const refoldAll = async (
  database: Database,
  condition?: SQL,
  onRefolded: (rows: Snapshot) => void = () => {},
): Promise<number> => {
  const settings = await loadStuckSettings(database);
  let count = 0;
  for await (const id of customerIds(database, condition)) {
    const rows = await database.transaction(async (transaction) => {
      await lockCustomer(transaction, id);
      return refold(transaction, id, settings);
    });
    onRefolded(rows);
    count += 1;
  }
  if (count > 0) await announce(database, { resources: CUSTOMER_STATE });
  return count;
};
