import { eq, sql } from 'drizzle-orm';
import { textArray } from './bulk.ts';
import type { Transaction } from './database.ts';
import { locks } from './schema/index.ts';

/**
 * Locks customers until the transaction ends, so that each ingest of a customer folds all earlier events. Locks rows, also
 * of customers who don’t exist yet, because not all of PostgreSQL’s family have advisory locks. In the order of the ids, so
 * that two batches can’t deadlock.
 */
export const lockCustomers = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await transaction
    .insert(locks)
    .select(sql`select id from unnest(${textArray([...new Set(ids)].sort())}) id`)
    .onConflictDoUpdate({
      target: locks.id,
      set: { id: sql`excluded.id` },
      // Locks the row and leaves it as it is: https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT
      setWhere: sql`false`,
    });
};

/**
 * Locks those of the customers that nobody else has locked, and returns their ids. Waits only for another transaction that
 * is the first ever to lock one of them.
 */
export const tryLockCustomers = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<Set<string>> => {
  const missing = transaction.$with('missing').as(
    transaction
      .insert(locks)
      .select(sql`select id from unnest(${textArray([...ids].sort())}) id`)
      .onConflictDoNothing()
      .returning(),
  );
  const free = transaction
    .select()
    .from(locks)
    .where(sql`${locks.id} = any(${textArray(ids)})`)
    .for('update', { skipLocked: true })
    .as('free');
  const rows = await transaction
    .with(missing)
    .select()
    .from(free)
    .fullJoin(missing, eq(free.id, missing.id))
    .prepare('try_lock_customers')
    .execute();
  return new Set(rows.flatMap((row) => row.free?.id ?? row.missing?.id ?? []));
};

/**
 * Lets everybody do something one after the other, whichever server they ask: each in a transaction, and until it ends.
 * Before customers are locked, if they are, so that nobody waits for each other.
 */
export const takeTurn = (transaction: Transaction, subject: string): Promise<void> =>
  lockCustomers(transaction, [`turn: ${subject}`]);
