import { isDeepStrictEqual } from 'node:util';
import { asc, eq, gt } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { lockCustomer, refold } from './ingest.ts';
import { attempts, customers, events, journeys } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** What is stored of one customer, in the form that folding yields. */
const loadStored = async (transaction: Transaction, id: string) => ({
  customer: (await transaction.select().from(customers).where(eq(customers.id, id)))[0],
  journeys: await transaction
    .select()
    .from(journeys)
    .where(eq(journeys.customerId, id))
    .orderBy(asc(journeys.ordinal)),
  attempts: await transaction.select().from(attempts).where(eq(attempts.customerId, id)),
});

const byId = (rows: { id: string }[]) => new Map(rows.map((row) => [row.id, row]));

const differs = (stored: Awaited<ReturnType<typeof loadStored>>, folded: Snapshot): boolean =>
  !isDeepStrictEqual(stored.customer, folded.customer) ||
  !isDeepStrictEqual(stored.journeys, folded.journeys) ||
  !isDeepStrictEqual(byId(stored.attempts), byId(folded.attempts));

async function* customersWithEvents(database: Database) {
  for (let last = ''; ; ) {
    const [next] = await database
      .select({ id: events.customerId })
      .from(events)
      .where(gt(events.customerId, last))
      .orderBy(asc(events.customerId))
      .limit(1);
    if (!next) return;
    yield next.id;
    last = next.id;
  }
}

export type Rebuilt = { customers: number; differing: string[] };

/**
 * Folds every customer anew from the events and stores the outcome. What was stored ought to be just that: the ids of
 * customers for whom it was not are returned.
 */
export const rebuild = async (database: Database): Promise<Rebuilt> => {
  const settings = await loadStuckSettings(database);
  const result: Rebuilt = { customers: 0, differing: [] };
  for await (const id of customersWithEvents(database)) {
    const different = await database.transaction(async (transaction) => {
      await lockCustomer(transaction, id);
      const stored = await loadStored(transaction, id);
      return differs(stored, await refold(transaction, id, settings));
    });
    result.customers += 1;
    if (different) result.differing.push(id);
  }
  return result;
};
