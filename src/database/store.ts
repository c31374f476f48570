import { sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { overwriteAll, selectRows, textArray } from './bulk.ts';
import type { Transaction } from './database.ts';
import { attempts, customers, journeys } from './schema/index.ts';
import type { Snapshot } from './snapshot.ts';

type Keyed = PgTable & { id: PgColumn };

const upsert = async (
  transaction: Transaction,
  table: Keyed,
  rows: readonly { id: string }[],
): Promise<void> => {
  if (rows.length === 0) return;
  await transaction
    .insert(table)
    .select(selectRows(table, rows))
    .onConflictDoUpdate({ target: table.id, set: overwriteAll(table) });
};

/** Replaces the stored states of customers. */
export const storeSnapshots = async (
  transaction: Transaction,
  snapshots: readonly Snapshot[],
): Promise<void> => {
  const rows = {
    journeys: snapshots.flatMap((snapshot) => snapshot.journeys),
    attempts: snapshots.flatMap((snapshot) => snapshot.attempts),
  };
  const customerIds = textArray(snapshots.map(({ customer }) => customer.id));
  await upsert(
    transaction,
    customers,
    snapshots.map(({ customer }) => customer),
  );
  // A late event can show that a later journey or attempt never happened.
  for (const [table, kept] of [
    [journeys, rows.journeys],
    [attempts, rows.attempts],
  ] as const)
    await transaction
      .delete(table)
      .where(
        sql`${table.customerId} = any(${customerIds}) and ${table.id} <> all(${textArray(kept.map(({ id }) => id))})`,
      );
  await upsert(transaction, journeys, rows.journeys);
  await upsert(transaction, attempts, rows.attempts);
};
