import type { Database, Transaction } from './database.ts';
import { isRolledBack } from './errors.ts';

const ATTEMPTS = 3;
const PAUSE_MS = 20;

/**
 * Awaits statements of one transaction that were sent together, instead of one after the other. PostgreSQL runs them in
 * the order in which they were sent, so each has to be sent by `execute()`: Drizzle otherwise sends it a moment later. Of
 * several that fail, throws the error of the first: those of the others only say that the transaction is over.
 */
export const inOneTrip = async <T extends readonly Promise<unknown>[] | []>(sent: T) => {
  await Promise.allSettled(sent);
  return Promise.all(sent);
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` in a transaction, again if PostgreSQL rolled it back for the sake of another. `work` may therefore do
 * nothing that a rollback doesn't undo.
 */
export const transact = async <T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await database.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRolledBack(error)) throw error;
      await pause(attempt * PAUSE_MS);
    }
};
