import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

const PAUSE_MS = 50;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const only = async (database: Database, value: ReturnType<typeof sql<string>>): Promise<string> => {
  const [row] = await database.select({ value }).from(sql`(select) as one`);
  return row?.value ?? '';
};

/**
 * Waits until all transactions that have written by now are over. Later ones see what is committed by now.
 * See https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT
 */
export const othersEnded = async (database: Database): Promise<void> => {
  const next = BigInt(await only(database, sql<string>`pg_snapshot_xmax(pg_current_snapshot())`));
  const oldest = sql<string>`pg_snapshot_xmin(pg_current_snapshot())`;
  while (BigInt(await only(database, oldest)) < next) await pause();
};
