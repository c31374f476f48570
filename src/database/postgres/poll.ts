import { sql } from 'drizzle-orm';
import type { Database, Listen } from '../database.ts';

/** A server that answers at all has notified by then. */
const PATIENCE_MS = 5000;

const EVERY_MS = 1000;

/** Whether notifications arrive. They don’t through poolers in transaction mode, nor in all of PostgreSQL’s family. */
export const isHeard = async (
  listen: Listen,
  database: Database,
  patienceMs = PATIENCE_MS,
): Promise<boolean> => {
  const channel = `probe ${crypto.randomUUID()}`;
  const { promise: heard, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  const stop = await listen(
    channel,
    () => resolve(true),
    () => {},
  );
  await database.execute(sql`select pg_notify(${channel}, '')`);
  return heard.finally(() => {
    clearTimeout(timer);
    return stop();
  });
};

/** How many rows of our tables were ever changed, a second or some more ago. */
const changedRows = async (database: Database): Promise<string | undefined> => {
  const [counted] = await database
    .select({ rows: sql<string>`sum(n_tup_ins + n_tup_upd + n_tup_del)` })
    .from(sql`pg_stat_user_tables`)
    .where(sql`schemaname = 'public'`);
  return counted?.rows;
};

/** Instead of listening, asks whether anything changed. What it was remains unknown, so each change may be of anything. */
export const pollPostgres =
  (database: Database, onError: (error: Error) => void, everyMs = EVERY_MS): Listen =>
  async (_channel, _onPayload, onMissed) => {
    let known = await changedRows(database);
    const look = async (): Promise<void> => {
      const rows = await changedRows(database);
      if (rows !== known) onMissed();
      known = rows;
    };
    const timer = setInterval(() => void look().catch(onError), everyMs);
    return async () => clearInterval(timer);
  };
