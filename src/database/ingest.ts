import { sql } from 'drizzle-orm';
import { type JourneyEvent, parseEvent } from '../journey/events.ts';
import { fold } from '../journey/fold.ts';
import type { Instant } from '../journey/instant.ts';
import type { StuckSettings } from '../journey/stuck.ts';
import { selectRows, textArray } from './bulk.ts';
import { announce, CUSTOMER_STATE } from './changes.ts';
import type { Database, Transaction } from './database.ts';
import { events, software } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import { type Snapshot, snapshot } from './snapshot.ts';
import { storeSnapshots } from './store.ts';

/**
 * Ingests of one customer wait for each other, so that each folds all events before it. Locks are taken in the order of
 * the ids, so that two batches can't wait for each other.
 */
export const lockCustomers = (transaction: Transaction, ids: readonly string[]) =>
  transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${textArray([...ids].sort())}) id`,
  );

/** All events of the given customers, by customer. */
export const loadEvents = async (
  database: Database | Transaction,
  customerIds: readonly string[],
): Promise<Map<string, JourneyEvent[]>> => {
  const rows = await database
    .select()
    .from(events)
    .where(sql`${events.customerId} = any(${textArray(customerIds)})`);
  return Map.groupBy(rows.map(parseEvent), ({ customerId }) => customerId);
};

/** Software that Codat offers and we know nothing about still needs a name on the screen. */
const registerSoftware = async (transaction: Transaction, incoming: readonly JourneyEvent[]) => {
  const named = new Map<string, string>();
  for (const { data } of incoming)
    if ('software' in data && data.software)
      named.set(data.software, data.softwareName ?? data.software);
  if (named.size === 0) return;
  const unknown = { onPremise: false, complexity: 'moderate', fileUpload: false } as const;
  await transaction
    .insert(software)
    .values([...named].map(([id, name]) => ({ id, name, ...unknown, tags: [], ready: [] })))
    .onConflictDoNothing();
};

const append = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<{ customerId: string }[]> => {
  const rows = incoming.map((event) => ({ ...event, id: crypto.randomUUID(), recordedAt }));
  return transaction
    .insert(events)
    .select(selectRows(events, rows))
    .onConflictDoNothing()
    .returning({ customerId: events.customerId });
};

/** Folds the events of customers anew and stores the outcome. Customers without events are left out. */
export const refold = async (
  transaction: Transaction,
  customerIds: readonly string[],
  settings: StuckSettings,
): Promise<Snapshot[]> => {
  const known = await loadEvents(transaction, customerIds);
  const snapshots = [...known].map(([id, all]) => snapshot(id, fold(all), settings));
  await storeSnapshots(transaction, snapshots);
  return snapshots;
};

/**
 * Appends events, of one customer or many, and stores the state they lead to, all within the given transaction. An
 * event whose source id is known already is left out. Returns how many were new.
 */
export const ingestWithin = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> => {
  if (incoming.length === 0) return 0;
  const ids = new Set(incoming.map(({ customerId }) => customerId));
  await lockCustomers(transaction, [...ids]);
  const added = await append(transaction, incoming, recordedAt);
  if (added.length === 0) return 0;
  await registerSoftware(transaction, incoming);
  const changed = [...new Set(added.map(({ customerId }) => customerId))];
  await refold(transaction, changed, await loadStuckSettings(transaction));
  const only = changed.length === 1 ? changed[0] : undefined;
  await announce(transaction, { resources: CUSTOMER_STATE, ...(only && { customerId: only }) });
  return added.length;
};

/** As `ingestWithin`, in a transaction of its own. */
export const ingest = (
  database: Database,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> =>
  database.transaction((transaction) => ingestWithin(transaction, incoming, recordedAt));
