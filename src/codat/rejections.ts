import { asc, sql } from 'drizzle-orm';
import { announce } from '../database/changes/changes.ts';
import type { Database } from '../database/database.ts';
import { type Rejection, rejections } from '../database/schema/index.ts';
import { addHours, type Instant } from '../journey/instant.ts';

const FLUSH_MS = 1000;

/** After this long without any, counting starts again. */
const QUIET_HOURS = 24;

type Ports = {
  database: Database;
  now: () => Instant;
  onError: (error: unknown) => void;
};

const store = async (
  database: Database,
  counts: ReadonlyMap<string, number>,
  now: Instant,
): Promise<void> => {
  const rows = [...counts].map(([reason, count]) => ({ reason, count, since: now, lastAt: now }));
  const isOld = sql`${rejections.lastAt} < ${addHours(now, -QUIET_HOURS)}::timestamptz`;
  await database
    .insert(rejections)
    .values(rows)
    .onConflictDoUpdate({
      target: rejections.reason,
      set: {
        count: sql`case when ${isOld} then 0 else ${rejections.count} end + excluded.count`,
        since: sql`case when ${isOld} then excluded.since else ${rejections.since} end`,
        lastAt: now,
      },
    });
  await announce(database, { resources: ['deliveries'] });
};

/**
 * Counts rejected deliveries. Anyone can send them, so they are counted in memory and stored at most once a second,
 * however many there are. What can’t be stored waits for the next one, or for someone who looks: to try again by itself
 * would never end on a database that was closed.
 */
export const countRejections = ({ database, now, onError }: Ports) => {
  let counts = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const add = (reason: string, times: number): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + times);
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const flushed = counts;
    counts = new Map();
    if (flushed.size === 0) return;
    try {
      await store(database, flushed, now());
    } catch (error) {
      for (const [reason, times] of flushed) add(reason, times);
      throw error;
    }
  };
  return {
    count: (reason: string): void => {
      add(reason, 1);
      timer ??= setTimeout(() => flush().catch(onError), FLUSH_MS);
    },
    /** The counts so far. */
    list: async (): Promise<Rejection[]> => {
      await flush();
      return database.select().from(rejections).orderBy(asc(rejections.reason));
    },
  };
};

export type Rejections = ReturnType<typeof countRejections>;
