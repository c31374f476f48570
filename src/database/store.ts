import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { overwriteAll, selectRows, type TableRow, textArray, valuesOf } from './bulk.ts';
import type { Transaction } from './database.ts';
import { storeFirstAttempts, withOtherAttempts } from './folding/first-attempts.ts';
import { attempts, customers, journeys, stuckSpells } from './schema/index.ts';
import type { Snapshot } from './snapshot.ts';
import { inOneTrip } from './transact.ts';

type Row = TableRow & { id: string };

/** A table of what belongs to customers. */
type OfCustomers = PgTable & { id: PgColumn; customerId: PgColumn };

/** The rows of a customer’s journeys, attempts and spells. */
export type StoredRows = Omit<Snapshot, 'customer'>;

/** A customer’s state, and the rows that are stored for the same journeys so far. */
export type Replacement = { snapshot: Snapshot; stored: StoredRows };

/** Loads the journeys, attempts and spells of customers, by customer. */
export const loadRows = async (
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<(customerId: string) => StoredRows> => {
  const ofCustomers = ({ customerId }: { customerId: PgColumn }): SQL =>
    sql`${customerId} = any(${textArray(customerIds)})`;
  const [journeyRows, attemptRows, spellRows] = await inOneTrip([
    transaction.select().from(journeys).where(ofCustomers(journeys)).execute(),
    transaction.select().from(attempts).where(ofCustomers(attempts)).execute(),
    transaction.select().from(stuckSpells).where(ofCustomers(stuckSpells)).execute(),
  ]);
  const journeysOf = Map.groupBy(journeyRows, ({ customerId }) => customerId);
  const attemptsOf = Map.groupBy(attemptRows, ({ customerId }) => customerId);
  const spellsOf = Map.groupBy(spellRows, ({ customerId }) => customerId);
  return (id) => ({
    journeys: journeysOf.get(id) ?? [],
    attempts: attemptsOf.get(id) ?? [],
    stuckSpells: spellsOf.get(id) ?? [],
  });
};

const upsert = async (
  transaction: Transaction,
  { table, target }: { table: PgTable; target: PgColumn[] },
  rows: readonly Row[],
): Promise<void> => {
  if (rows.length === 0) return;
  await transaction
    .insert(table)
    .select(selectRows(table, rows))
    .onConflictDoUpdate({ target, set: overwriteAll(table) })
    .prepare(`upsert_${getTableName(table)}`)
    .execute();
};

/** Writes the rows that changed, and deletes those that are gone. */
const replace = async (
  transaction: Transaction,
  table: OfCustomers,
  { stored, rows }: { stored: readonly Row[]; rows: readonly Row[] },
): Promise<void> => {
  const before = new Map(stored.map((row) => [row.id, valuesOf(table, row)]));
  const changed = rows.filter((row) => before.get(row.id) !== valuesOf(table, row));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !kept.has(id));
  // A late event can show that a later journey or attempt never happened.
  const isGone = sql`${table.id} = any(${textArray(gone)})`;
  await inOneTrip([
    ...(gone.length > 0 ? [transaction.delete(table).where(isGone).execute()] : []),
    upsert(transaction, { table, target: [table.id, table.customerId] }, changed),
  ]);
};

/** Replaces the stored states of customers. */
export const storeSnapshots = async (
  transaction: Transaction,
  replacements: readonly Replacement[],
): Promise<void> => {
  const rowsOf = (name: keyof StoredRows) => ({
    stored: replacements.flatMap(({ stored }): readonly Row[] => stored[name]),
    rows: replacements.flatMap(({ snapshot }): readonly Row[] => snapshot[name]),
  });
  await inOneTrip([
    upsert(
      transaction,
      { table: customers, target: [customers.id] },
      replacements.map(({ snapshot }) => snapshot.customer),
    ),
    replace(transaction, journeys, rowsOf('journeys')),
    replace(transaction, attempts, rowsOf('attempts')),
    replace(transaction, stuckSpells, rowsOf('stuckSpells')),
    // Last, because it reads what the others write.
    storeFirstAttempts(transaction, withOtherAttempts(replacements)),
  ]);
};
