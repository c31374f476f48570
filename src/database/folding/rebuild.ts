import { isDeepStrictEqual } from 'node:util';
import { inArray } from 'drizzle-orm';
import { correctCounts } from '../customer-counts.ts';
import type { Database, Transaction } from '../database.ts';
import { lockCustomers } from '../locks.ts';
import { customers, events } from '../schema/index.ts';
import { loadStuckSettings } from '../settings.ts';
import type { Snapshot } from '../snapshot.ts';
import { loadRows } from '../store.ts';
import { transact } from '../transact.ts';
import { loadFirstAttempts, storeFirstAttempts } from './first-attempts.ts';
import { loadCheckpoints, refold } from './folding.ts';
import { idBatches } from './refold.ts';

/** Loads the stored states of customers, in the form that folding returns. */
const loadStored = async (transaction: Transaction, ids: string[]) => {
  const profiles = await transaction.select().from(customers).where(inArray(customers.id, ids));
  const rowsOf = await loadRows(transaction, ids);
  return (id: string) => ({
    customer: profiles.find((profile) => profile.id === id),
    ...rowsOf(id),
  });
};

type Stored = ReturnType<Awaited<ReturnType<typeof loadStored>>>;
type Row = { id: string };

const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

/** By the thresholds at the customer’s newest event. A change of thresholds doesn’t decide again on what was stuck then. */
const OF_ITS_TIME = 'resolvedAt';

/** The columns in which two rows differ, whatever their order. */
const columnsOf = (stored: Row, folded: Row): string[] => {
  const before = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(folded)
    .filter(
      ([column, value]) => column !== OF_ITS_TIME && !isDeepStrictEqual(before.get(column), value),
    )
    .map(([column]) => column);
};

const differencesIn = (table: string, stored: readonly Row[], folded: readonly Row[]): string[] => {
  const [before, after] = [byId(stored), byId(folded)];
  const removed = stored.filter(({ id }) => !after.has(id)).map(() => `${table} removed`);
  const others = folded.flatMap((row) => {
    const known = before.get(row.id);
    return known ? columnsOf(known, row).map((column) => `${table}.${column}`) : [`${table} added`];
  });
  return [...removed, ...others];
};

/**
 * What differs between the stored state of a customer and the folded one, as in `customers.stage`. Empty if nothing. The
 * spells aren’t compared: like `resolvedAt`, they are of their time.
 */
const differencesOf = (stored: Stored, folded: Snapshot): ReadonlySet<string> =>
  new Set([
    ...differencesIn('customers', stored.customer ? [stored.customer] : [], [folded.customer]),
    ...differencesIn('journeys', stored.journeys, folded.journeys),
    ...differencesIn('attempts', stored.attempts, folded.attempts),
  ]);

/** Computes again what customers’ attempts came to. Returns the customers for which something else was stored. */
const restoreFirstAttempts = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const before = await loadFirstAttempts(transaction, ids);
  await storeFirstAttempts(transaction, ids);
  const after = await loadFirstAttempts(transaction, ids);
  const of = (rows: typeof before, id: string) =>
    rows.filter(({ customerId }) => customerId === id);
  return new Set(ids.filter((id) => !isDeepStrictEqual(of(before, id), of(after, id))));
};

/** Rebuilds the states of some customers. Returns each with what was different. */
const rebuildBatch = async (transaction: Transaction, ids: string[]) => {
  await lockCustomers(transaction, ids);
  const settings = await loadStuckSettings(transaction);
  const storedOf = await loadStored(transaction, ids);
  const resumable = (await loadCheckpoints(transaction, ids))(settings);
  // Before the fold stores the same: it follows from attempts, which may differ themselves.
  const misled = await restoreFirstAttempts(transaction, ids);
  const snapshots = await refold(transaction, ids, settings);
  const refolded = (await loadCheckpoints(transaction, ids))(settings);
  return snapshots.map((folded) => {
    const { id } = folded.customer;
    const stale = resumable.has(id) && !isDeepStrictEqual(resumable.get(id), refolded.get(id));
    const differences = [
      ...differencesOf(storedOf(id), folded),
      ...(stale ? ['checkpoints.checkpoint'] : []),
      ...(misled.has(id) ? ['first_attempts'] : []),
    ];
    return { id, differences };
  });
};

export type Rebuilt = {
  customers: number;
  /** The ids of customers whose stored state was different. */
  differing: string[];
  /** How many customers differed in what, as in `customers.stage`. */
  changes: Map<string, number>;
};

/**
 * Rebuilds every customer’s state from their events and stores it. Returns what was different: nothing, unless the rules
 * have changed since it was stored.
 */
export const rebuild = async (database: Database): Promise<Rebuilt> => {
  const result: Rebuilt = { customers: 0, differing: [], changes: new Map() };
  for await (const ids of idBatches(database, events, events.customerId))
    for (const { id, differences } of await transact(database, (transaction) =>
      rebuildBatch(transaction, ids),
    )) {
      result.customers += 1;
      if (differences.length > 0) result.differing.push(id);
      for (const difference of differences)
        result.changes.set(difference, (result.changes.get(difference) ?? 0) + 1);
    }
  const miscounted = await correctCounts(database);
  if (miscounted > 0) result.changes.set('customer_counts.count', miscounted);
  return result;
};
