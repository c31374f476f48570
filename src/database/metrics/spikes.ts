import { eq, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { isSpike, SPIKE_WINDOWS, USUAL_HOURS } from '../../journey/metrics/spike.ts';
import type { Database } from '../database.ts';
import { alphabetical } from '../schema/columns.ts';
import { software } from '../schema/index.ts';
import { endedAttempts } from './ended-attempts.ts';
import { countOf } from './scope.ts';

type Window = (typeof SPIKE_WINDOWS)[number];

/** Failures by software in a window up to `now`, and in the time before it. */
const tally = (database: Database, { hours }: Window, now: Instant) => {
  const start = addHours(now, -hours);
  const ended = endedAttempts(database, { from: addHours(start, -USUAL_HOURS), to: now }, now);
  const lately = sql`${ended.endedAt} >= ${start}::timestamptz`;
  const before = sql`${ended.endedAt} < ${start}::timestamptz`;
  const failed = sql`${ended.outcome} = 'failed'`;
  const counted = sql`${ended.outcome} in ('failed', 'authorized')`;
  return database
    .select({
      id: software.id,
      name: software.name,
      failed: countOf(sql`${lately} and ${failed}`),
      ended: countOf(sql`${lately} and ${counted}`),
      failedBefore: countOf(sql`${before} and ${failed}`),
      endedBefore: countOf(sql`${before} and ${counted}`),
    })
    .from(ended)
    .innerJoin(software, eq(software.id, ended.software))
    .groupBy(software.id, software.name)
    .orderBy(alphabetical(software.name), software.id);
};

const spikesIn = async (database: Database, window: Window, now: Instant) =>
  (await tally(database, window, now))
    .filter(({ failed, ended, failedBefore, endedBefore }) =>
      isSpike({ failed, ended }, { failed: failedBefore, ended: endedBefore }),
    )
    .map(({ id, name, failed, ended, failedBefore, endedBefore }) => ({
      software: id,
      name,
      window: window.window,
      failed,
      ended,
      usual: rate(failedBefore, endedBefore),
    }));

/** Software that fails more than usual at `now`, over all customers; each once, with the shortest window it shows in. */
export const spikes = async (database: Database, now: Instant) => {
  const found = (
    await Promise.all(SPIKE_WINDOWS.map((window) => spikesIn(database, window, now)))
  ).flat();
  return [...Map.groupBy(found, (spike) => spike.software).values()].flatMap(([first]) =>
    first ? [first] : [],
  );
};

export type Spike = Awaited<ReturnType<typeof spikes>>[number];
