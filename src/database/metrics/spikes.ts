import { desc, eq, sql } from 'drizzle-orm';
import { addHours } from '../../journey/instant.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { isSpike, SPIKE_WINDOWS, USUAL_HOURS } from '../../journey/metrics/spike.ts';
import type { Database } from '../database.ts';
import { alphabetical } from '../schema/columns.ts';
import { software } from '../schema/index.ts';
import { endedAttempts } from './ended-attempts.ts';
import { countOf, type Scope } from './scope.ts';

type Window = (typeof SPIKE_WINDOWS)[number];

/** When, and among whose customers. */
type Seen = Pick<Scope, 'now' | 'portfolio'>;

/** How each customer’s first attempt with an app ended, in a window up to `now` and in the time before it. */
const firstOutcomes = (database: Database, { hours }: Window, { now, portfolio }: Seen) => {
  const start = addHours(now, -hours);
  const ended = endedAttempts(database, { from: addHours(start, -USUAL_HOURS), to: now }, now, {
    portfolio,
  });
  const timed = database
    .select({
      software: ended.software,
      customerId: ended.customerId,
      endedAt: ended.endedAt,
      isLate: sql<boolean>`(${ended.endedAt} >= ${start}::timestamptz)`.as('is_late'),
      failed: sql<boolean>`(${ended.outcome} = 'failed')`.as('has_failed'),
    })
    .from(ended)
    .where(sql`${ended.outcome} in ('failed', 'authorized')`)
    .as('timed');
  const { software, customerId, isLate, failed, endedAt } = timed;
  return database
    .selectDistinctOn([software, customerId, isLate], { software, isLate, failed })
    .from(timed)
    .orderBy(software, customerId, isLate, endedAt, desc(failed))
    .as('first');
};

/** Customers by software: one who fails again and again counts once. */
const tally = (database: Database, window: Window, seen: Seen) => {
  const first = firstOutcomes(database, window, seen);
  return database
    .select({
      id: software.id,
      name: software.name,
      failed: countOf(sql`${first.isLate} and ${first.failed}`),
      ended: countOf(sql`${first.isLate}`),
      failedBefore: countOf(sql`not ${first.isLate} and ${first.failed}`),
      endedBefore: countOf(sql`not ${first.isLate}`),
    })
    .from(first)
    .innerJoin(software, eq(software.id, first.software))
    .groupBy(software.id, software.name)
    .orderBy(alphabetical(software.name), software.id);
};

const spikesIn = async (database: Database, window: Window, seen: Seen) =>
  (await tally(database, window, seen))
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

/** Software that fails for more customers than usual at `now`; each once, with the shortest window it shows in. */
export const spikes = async (database: Database, seen: Seen) => {
  const found = (
    await Promise.all(SPIKE_WINDOWS.map((window) => spikesIn(database, window, seen)))
  ).flat();
  return [...Map.groupBy(found, (spike) => spike.software).values()].flatMap(([first]) =>
    first ? [first] : [],
  );
};

export type Spike = Awaited<ReturnType<typeof spikes>>[number];
