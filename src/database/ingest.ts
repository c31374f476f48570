import { sql } from 'drizzle-orm';
import { type JourneyEvent, parseEvent } from '../journey/events.ts';
import { fold } from '../journey/fold.ts';
import type { Instant } from '../journey/instant.ts';
import { EMPTY_STATE } from '../journey/journey.ts';
import { isAccounting } from '../journey/other-connections.ts';
import { UNKNOWN_SOFTWARE } from '../journey/software-entry.ts';
import { oneTimeSoftware, type StuckSettings } from '../journey/stuck.ts';
import { selectRows, textArray } from './bulk.ts';
import { announce, CUSTOMER_STATE } from './changes.ts';
import type { Database, Transaction } from './database.ts';
import { events, software } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import { type Snapshot, snapshot } from './snapshot.ts';
import { storeSnapshots } from './store.ts';
import { transact } from './transact.ts';

/**
 * Locks customers until the transaction ends, so that each ingest of a customer folds all earlier events. Locks in the
 * order of the ids, so that two batches can't deadlock.
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

/** Adds accounting software that Codat offers and we don’t know, because screens need its name. */
const registerSoftware = async (transaction: Transaction, incoming: readonly JourneyEvent[]) => {
  const named = new Map<string, string>();
  for (const { data } of incoming)
    if ('software' in data && data.software && isAccounting(data.sourceType))
      named.set(data.software, data.softwareName ?? data.software);
  if (named.size === 0) return;
  await transaction
    .insert(software)
    .values(
      [...named].map(([id, name]) => ({ id, name, ...UNKNOWN_SOFTWARE, tags: [], ready: [] })),
    )
    .onConflictDoNothing();
};

const append = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<{ customerId: string }[]> => {
  const rows = incoming.map((event) => ({
    ...event,
    id: crypto.randomUUID(),
    // Nothing is known before it happens: the clock of its source is fast.
    occurredAt: event.occurredAt < recordedAt ? event.occurredAt : recordedAt,
    recordedAt,
  }));
  return transaction
    .insert(events)
    .select(selectRows(events, rows))
    .onConflictDoNothing()
    .returning({ customerId: events.customerId });
};

/** Rebuilds customers’ states from their events and stores them. Skips customers without events. */
export const refold = async (
  transaction: Transaction,
  customerIds: readonly string[],
  settings: StuckSettings,
): Promise<Snapshot[]> => {
  const known = await loadEvents(transaction, customerIds);
  const oneTime = oneTimeSoftware(settings);
  const snapshots = [...known].map(([id, all]) =>
    snapshot(id, fold(all, EMPTY_STATE, oneTime), settings),
  );
  await storeSnapshots(transaction, snapshots);
  return snapshots;
};

/**
 * Appends events of any number of customers and stores the resulting states, within the given transaction. Skips events
 * whose source id is known. Returns the number of new events.
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

/** Like `ingestWithin`, in its own transaction. */
export const ingest = (
  database: Database,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> =>
  transact(database, (transaction) => ingestWithin(transaction, incoming, recordedAt));
