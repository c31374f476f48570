import type { Database, Transaction } from '../../database/database.ts';
import { transact } from '../../database/transact.ts';
import type { Instant } from '../../journey/instant.ts';
import type { CodatClient } from '../client.ts';
import { CodatRefusal, CodatUnavailable } from '../errors.ts';
import { beginQueued, type QueuedCheck } from './claim.ts';
import { runCheck, storeCheck } from './run-check.ts';

/** Queues checks to run in the background, within the transaction that stores them. */
export type CheckLater = (transaction: Transaction, checks: QueuedCheck[]) => Promise<void>;

type Ports = {
  database: Database;
  codat: Pick<CodatClient, 'companyInBulk'>;
  now: () => Instant;
};

/** After so many attempts a check fails. */
const ATTEMPTS = 4;

/** The least pause after the first attempt. It doubles with each. */
const PAUSE_SECONDS = 5;

/**
 * Runs a queued check, unless it was overtaken by another one. Returns after how many seconds to try again, because Codat
 * can’t answer now, or null if there is nothing left to do.
 */
export const runQueuedCheck = async (
  { database, codat, now }: Ports,
  check: QueuedCheck,
  attempt: number,
): Promise<number | null> => {
  const { customerId } = check;
  if (!(await transact(database, (transaction) => beginQueued(transaction, check)))) return null;
  try {
    await runCheck({ database, ask: codat.companyInBulk, now }, customerId);
  } catch (error) {
    if (error instanceof CodatRefusal) return null;
    if (!(error instanceof CodatUnavailable)) throw error;
    if (attempt >= ATTEMPTS) return null;
    const pause = Math.max(error.retryAfterSeconds ?? 0, PAUSE_SECONDS * 2 ** (attempt - 1));
    await storeCheck(database, customerId, { state: 'queued', problem: error.message });
    return pause;
  }
  return null;
};
