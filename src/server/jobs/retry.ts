import type { PgBoss } from 'pg-boss';
import type { Database, Transaction } from '../../database/database.ts';
import { type Instant, toInstant } from '../../journey/instant.ts';
import { within } from './within.ts';

/** Fails a job so that pg-boss retries it. Returns when that will be; null if it was the last attempt. */
export const retryJob = async (
  boss: PgBoss,
  transaction: Database | Transaction,
  { queue, id, problem }: { queue: string; id: string; problem: string },
): Promise<Instant | null> => {
  const db = within(transaction);
  await boss.fail(queue, id, { problem }, { db });
  const [next] = await boss.findJobs(queue, { id, db });
  return next?.state === 'retry' ? toInstant(next.startAfter) : null;
};
