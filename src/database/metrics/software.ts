import { and, eq, isNull, sql } from 'drizzle-orm';
import type { FailureReason } from '../../journey/failure-reasons.ts';
import { type Week, weeksOf } from '../../journey/metrics/period.ts';
import { type Rate, rate } from '../../journey/metrics/rate.ts';
import type { Database } from '../database.ts';
import { type OpenIncident, openIncidents } from '../incidents/open-incidents.ts';
import { customers, software } from '../schema/index.ts';
import { endedAttempts } from './ended-attempts.ts';
import { hoursToConnectBySoftware } from './hours-to-connect.ts';
import { countOf, isoWeekOf, ofScope, type Scope } from './scope.ts';

const outcomeIs = (ended: ReturnType<typeof endedAttempts>, outcome: string) =>
  countOf(sql`${ended.outcome} = ${outcome}`);

/** How attempts ended by software, with the most frequent failure reason. */
const tally = (database: Database, { period, now, accountManagerId, portfolio }: Scope) => {
  const ended = endedAttempts(database, period, now, { accountManagerId, portfolio });
  return database
    .select({
      software: ended.software,
      failed: outcomeIs(ended, 'failed'),
      authorized: outcomeIs(ended, 'authorized'),
      abandoned: outcomeIs(ended, 'abandoned'),
      topReason: sql<FailureReason | null>`mode() within group (order by ${ended.failureReason})
        filter (where ${ended.outcome} = 'failed')`,
    })
    .from(ended)
    .groupBy(ended.software);
};

/** Failures among the attempts that failed or were approved, by software and ISO week. */
const weeklyTally = (database: Database, { period, now, timeZone, ...of }: Scope) => {
  const { accountManagerId, portfolio } = of;
  const ended = endedAttempts(database, period, now, { accountManagerId, portfolio });
  const week = isoWeekOf(ended.endedAt, timeZone);
  return database
    .select({
      software: ended.software,
      week,
      failed: outcomeIs(ended, 'failed'),
      ended: countOf(),
    })
    .from(ended)
    .where(sql`${ended.outcome} in ('failed', 'authorized')`)
    .groupBy(ended.software, week);
};

/** The customers who are connecting now, by software. */
const inProgress = (database: Database, { accountManagerId, portfolio }: Scope) =>
  database
    .select({ software: customers.software, count: countOf() })
    .from(customers)
    .where(
      and(
        ofScope({ accountManagerId, portfolio }, customers.software),
        isNull(customers.deletedAt),
        eq(customers.connected, false),
        isNull(customers.closedAt),
      ),
    )
    .groupBy(customers.software);

const byId = <T extends { software: string | null }>(rows: readonly T[]): Map<string | null, T> =>
  new Map(rows.map((row) => [row.software, row]));

type WeekRow = Awaited<ReturnType<typeof weeklyTally>>[number];

const weeksWith = (weeks: readonly Week[], rows: readonly WeekRow[] = []) =>
  weeks.map(({ week }) => {
    const { failed, ended } = rows.find((row) => row.week === week) ?? { failed: 0, ended: 0 };
    return { week, failed, ended };
  });

const withoutName = ({ id, startedAt, usualShare, evidence }: OpenIncident) => ({
  ...{ id, startedAt, usualShare, evidence },
});

type Ranked = { name: string; failure: Rate };

/** The most likely to fail first; those with too few attempts last. */
const byLowerBound = (a: Ranked, b: Ranked): number =>
  Number(a.failure.tooFew) - Number(b.failure.tooFew) ||
  (b.failure.interval?.low ?? -1) - (a.failure.interval?.low ?? -1) ||
  a.name.localeCompare(b.name);

const loadAll = async (database: Database, scope: Scope) => ({
  names: await database.select({ id: software.id, name: software.name }).from(software),
  tallies: byId(await tally(database, scope)),
  weeks: Map.groupBy(await weeklyTally(database, scope), (row) => row.software),
  hours: byId(await hoursToConnectBySoftware(database, scope)),
  progress: byId(await inProgress(database, scope)),
  incidents: byId(await openIncidents(database, { portfolio: scope.portfolio }, scope.now)),
});

/**
 * How attempts ended in the period, by software: failure rate = failed / (failed + approved), abandonment = abandoned /
 * all that ended. Leaves out software without attempts or customers in progress.
 */
export const softwareRates = async (database: Database, scope: Scope) => {
  const { names, tallies, weeks, hours, progress, incidents } = await loadAll(database, scope);
  const allWeeks = weeksOf(scope.period, scope.timeZone);
  return names
    .filter(({ id }) => tallies.has(id) || progress.has(id))
    .map(({ id, name }) => {
      const none = { failed: 0, authorized: 0, abandoned: 0, topReason: null };
      const { failed, authorized, abandoned, topReason } = tallies.get(id) ?? none;
      const { median, sample } = hours.get(id) ?? { median: null, sample: 0 };
      const incident = incidents.get(id);
      return {
        id,
        name,
        failed,
        authorized,
        abandoned,
        topReason,
        failure: rate(failed, failed + authorized),
        abandonment: rate(abandoned, failed + authorized + abandoned),
        hoursToConnect: { median, sample },
        inProgress: progress.get(id)?.count ?? 0,
        weeks: weeksWith(allWeeks, weeks.get(id)),
        incident: incident ? withoutName(incident) : null,
      };
    })
    .sort(byLowerBound);
};
