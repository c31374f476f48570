import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import { type StuckSettings, stuckAtOf } from '../../journey/stuck.ts';
import { textArray } from '../bulk.ts';
import { announce, CUSTOMER_STATE } from '../changes/changes.ts';
import type { Database, Transaction } from '../database.ts';
import { lockCustomers } from '../locks.ts';
import { customers, recalculations, stuckSpells } from '../schema/index.ts';
import { loadStuckSettings } from '../settings.ts';
import { transact } from '../transact.ts';
import { othersEnded } from './others-ended.ts';
import { loadResting, restingBatches } from './resting.ts';

/** The id of the single row of recalculations. */
export const RECALCULATION_ID = 'stuck';

/** How many customers are locked at once, so that their webhooks wait for a moment only. */
const CHUNK = 250;

const withRule = isNotNull(customers.restingSince);

/** Queues a recalculation, within the transaction that changes settings. */
export type RecalculateLater = (transaction: Database | Transaction) => Promise<void>;

/** Records, with a change of settings, that it has yet to reach customers. */
export const requestRecalculation = async (
  transaction: Database | Transaction,
  now: Instant,
): Promise<void> => {
  const [found] = await transaction.select({ total: count() }).from(customers).where(withRule);
  const row = { requestedAt: now, total: found?.total ?? 0, done: 0, finishedAt: null };
  await transaction
    .insert(recalculations)
    .values({ id: RECALCULATION_ID, ...row })
    .onConflictDoUpdate({ target: recalculations.id, set: row });
};

/** Stores when customers get stuck, by their state of this moment. Spells that are over stay as they were. */
const store = async (
  transaction: Transaction,
  ids: readonly string[],
  settings: StuckSettings,
): Promise<void> => {
  await lockCustomers(transaction, ids);
  const resting = await loadResting(transaction, sql`${customers.id} = any(${textArray(ids)})`);
  const rows = resting.map((one) => {
    const stuckAt = stuckAtOf(one, settings);
    return { id: one.id, was: one.stuckAt, stuck_at: stuckAt };
  });
  const fresh = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as fresh(id text, was timestamptz, stuck_at timestamptz)`;
  await transaction
    .update(customers)
    .set({ stuckAt: sql`fresh.stuck_at` })
    .from(fresh)
    .where(sql`${customers.id} = fresh.id`);
  await transaction
    .update(stuckSpells)
    .set({ stuckAt: sql`fresh.stuck_at` })
    .from(fresh)
    .where(
      and(
        sql`${stuckSpells.customerId} = fresh.id and ${stuckSpells.stuckAt} = fresh.was`,
        sql`${isNull(stuckSpells.endedAt)} and fresh.stuck_at is not null`,
      ),
    );
};

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  );

/** Records progress. Returns whether no newer change has begun another recalculation. */
const record = async (
  database: Database,
  requestedAt: Instant,
  progress: { done: number } | { finishedAt: Instant },
): Promise<boolean> => {
  const current = await database
    .update(recalculations)
    .set(progress)
    .where(
      and(eq(recalculations.id, RECALCULATION_ID), eq(recalculations.requestedAt, requestedAt)),
    )
    .returning({ id: recalculations.id });
  return current.length > 0;
};

type Ports = { database: Database; now: () => Instant; signal?: AbortSignal };

/**
 * Recalculates when customers get stuck, after a change of settings. Folds nothing: the stored state says by which rule
 * and since when they rest. Interrupted, it finds what is left when it runs again, and a newer change ends it, for that
 * begins another.
 */
export const recalculate = async ({ database, now, signal }: Ports): Promise<void> => {
  const [request] = await database.select().from(recalculations);
  if (!request || request.finishedAt) return;
  // They may have read the settings before these were saved.
  await othersEnded(database);
  const settings = await loadStuckSettings(database);
  let done = 0;
  for await (const batch of restingBatches(database)) {
    signal?.throwIfAborted();
    const stale = batch.filter((one) => stuckAtOf(one, settings) !== one.stuckAt);
    for (const ids of chunksOf(stale.map(({ id }) => id)))
      await transact(database, (transaction) => store(transaction, ids, settings));
    done += batch.length;
    if (!(await record(database, request.requestedAt, { done }))) return;
    await announce(database, {
      resources: ['stuck-rules', ...(stale.length > 0 ? CUSTOMER_STATE : [])],
    });
  }
  await record(database, request.requestedAt, { finishedAt: now() });
  await announce(database, { resources: ['stuck-rules'] });
};
