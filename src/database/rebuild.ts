import { isDeepStrictEqual } from 'node:util';
import { asc, inArray } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { lockCustomers, refold } from './ingest.ts';
import { idBatches } from './refold.ts';
import { attempts, customers, events, journeys } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** Loads the stored states of customers, in the form that folding returns. */
const loadStored = async (transaction: Transaction, ids: string[]) => {
  const profiles = await transaction.select().from(customers).where(inArray(customers.id, ids));
  const journeyRows = await transaction
    .select()
    .from(journeys)
    .where(inArray(journeys.customerId, ids))
    .orderBy(asc(journeys.ordinal));
  const attemptRows = await transaction
    .select()
    .from(attempts)
    .where(inArray(attempts.customerId, ids));
  const journeysOf = Map.groupBy(journeyRows, ({ customerId }) => customerId);
  const attemptsOf = Map.groupBy(attemptRows, ({ customerId }) => customerId);
  return (id: string) => ({
    customer: profiles.find((profile) => profile.id === id),
    journeys: journeysOf.get(id) ?? [],
    attempts: attemptsOf.get(id) ?? [],
  });
};

type Stored = ReturnType<Awaited<ReturnType<typeof loadStored>>>;

const byId = (rows: { id: string }[]) => new Map(rows.map((row) => [row.id, row]));

const differs = (stored: Stored, folded: Snapshot): boolean =>
  !isDeepStrictEqual(stored.customer, folded.customer) ||
  !isDeepStrictEqual(stored.journeys, folded.journeys) ||
  !isDeepStrictEqual(byId(stored.attempts), byId(folded.attempts));

export type Rebuilt = { customers: number; differing: string[] };

/**
 * Rebuilds every customer’s state from their events and stores it. Returns the ids of customers whose stored state was
 * different, which should be none unless a rule has changed since.
 */
export const rebuild = async (database: Database): Promise<Rebuilt> => {
  const settings = await loadStuckSettings(database);
  const result: Rebuilt = { customers: 0, differing: [] };
  for await (const ids of idBatches(database, events, events.customerId))
    await database.transaction(async (transaction) => {
      await lockCustomers(transaction, ids);
      const storedOf = await loadStored(transaction, ids);
      for (const folded of await refold(transaction, ids, settings)) {
        result.customers += 1;
        const { id } = folded.customer;
        if (differs(storedOf(id), folded)) result.differing.push(id);
      }
    });
  return result;
};
