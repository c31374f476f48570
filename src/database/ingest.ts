import { and, eq, getTableColumns, gte, notInArray, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { JourneyEvent } from '../journey/events.ts';
import { fold } from '../journey/fold.ts';
import type { Instant } from '../journey/instant.ts';
import type { StuckSettings } from '../journey/stuck.ts';
import { announce, CUSTOMER_STATE } from './changes.ts';
import type { Database, Transaction } from './database.ts';
import { attempts, customers, events, journeys, software } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** Ingests of one customer wait for each other, so that each folds all events before it. */
export const lockCustomer = (transaction: Transaction, id: string) =>
  transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);

/** All events of one customer. */
export const loadEvents = async (
  database: Database | Transaction,
  customerId: string,
): Promise<JourneyEvent[]> => {
  const rows = await database.select().from(events).where(eq(events.customerId, customerId));
  // The type and its data were checked together before they were stored.
  return rows as JourneyEvent[];
};

/** Software that Codat offers and we know nothing about still needs a name on the screen. */
const registerSoftware = async (transaction: Transaction, { data }: JourneyEvent) => {
  if (!('software' in data) || !data.software) return;
  await transaction
    .insert(software)
    .values({
      id: data.software,
      name: data.softwareName ?? data.software,
      onPremise: false,
      complexity: 'moderate',
      fileUpload: false,
      tags: [],
      ready: [],
    })
    .onConflictDoNothing();
};

/** `set` of an upsert that overwrites every column with the row proposed. */
const overwriteAll = (table: PgTable) =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [
      key,
      sql.raw(`excluded.${toSnakeCase(column.name)}`),
    ]),
  );

const store = async (transaction: Transaction, rows: Snapshot): Promise<void> => {
  const { id } = rows.customer;
  await transaction
    .insert(customers)
    .values(rows.customer)
    .onConflictDoUpdate({ target: customers.id, set: overwriteAll(customers) });
  await transaction
    .insert(journeys)
    .values(rows.journeys)
    .onConflictDoUpdate({ target: journeys.id, set: overwriteAll(journeys) });
  // An event that arrives late can show that a later journey never was.
  await transaction
    .delete(journeys)
    .where(and(eq(journeys.customerId, id), gte(journeys.ordinal, rows.journeys.length)));
  if (rows.attempts.length > 0)
    await transaction
      .insert(attempts)
      .values(rows.attempts)
      .onConflictDoUpdate({ target: attempts.id, set: overwriteAll(attempts) });
  const kept = rows.attempts.map((attempt) => attempt.id);
  await transaction
    .delete(attempts)
    .where(and(eq(attempts.customerId, id), notInArray(attempts.id, kept)));
};

/** Folds a customer's events anew and stores the outcome. */
export const refold = async (
  transaction: Transaction,
  customerId: string,
  settings: StuckSettings,
): Promise<Snapshot> => {
  const rows = snapshot(customerId, fold(await loadEvents(transaction, customerId)), settings);
  await store(transaction, rows);
  return rows;
};

/**
 * Appends events of one customer and stores the state they lead to, all within the given transaction. An event whose
 * source id is known already is left out. Returns how many were new.
 */
export const ingestWithin = async (
  transaction: Transaction,
  customerId: string,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> => {
  await lockCustomer(transaction, customerId);
  const added = await transaction
    .insert(events)
    .values(incoming.map((event) => ({ ...event, recordedAt })))
    .onConflictDoNothing()
    .returning({ id: events.id });
  if (added.length === 0) return 0;
  for (const event of incoming) await registerSoftware(transaction, event);
  await refold(transaction, customerId, await loadStuckSettings(transaction));
  await announce(transaction, { resources: CUSTOMER_STATE, customerId });
  return added.length;
};

/** As `ingestWithin`, in a transaction of its own. */
export const ingest = (
  database: Database,
  customerId: string,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> =>
  database.transaction((transaction) =>
    ingestWithin(transaction, customerId, incoming, recordedAt),
  );
