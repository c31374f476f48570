import { and, isNotNull, not, sql } from 'drizzle-orm';
import type { Pursuit } from '../../../journey/metrics/conversion.ts';
import { FEW, wilson } from '../../../journey/metrics/rate.ts';
import type { Database } from '../../database.ts';
import { countOf, hoursBetween, type Scope, within } from '../scope.ts';
import { firstAttempts } from './first-attempts.ts';

/**
 * How old each customer’s first attempt with an app is, if it began in the period, and how old it was when they were first
 * approved with it. Leaves out those approved at an unknown time.
 */
type Begun = Pursuit & { isDeleted: boolean };

/**
 * The customers with a first attempt with an app in the period, by the ISO week in which it ended: null if that isn’t in
 * the period. With those whose first attempt began in it, whenever it ended. One scan of all attempts for both.
 */
export const customersByWeek = (
  database: Database,
  { period, now, timeZone, accountManagerId, portfolio }: Scope,
) => {
  const first = firstAttempts(database, { accountManagerId, portfolio, period });
  const isDeleted = isNotNull(first.deletedAt);
  const ended = within(first.endedAt, period);
  const failed = sql`${ended} and ${first.failedFirst}`;
  const begun = sql`${and(within(first.startedAt, period), not(first.isUntimed))}`;
  const week = sql<
    string | null
  >`case when ${ended} then to_char(${first.endedAt} at time zone ${timeZone}::text, 'IYYY-"W"IW') end`.as(
    'iso_week',
  );
  return database
    .select({
      software: first.software,
      week,
      failedFirst: countOf(failed),
      of: countOf(ended),
      deletedFailed: countOf(sql`${failed} and ${isDeleted}`),
      deleted: countOf(sql`${ended} and ${isDeleted}`),
      begun: sql<Begun[]>`coalesce(json_agg(json_build_object(
        'age', ${hoursBetween(first.startedAt, sql`${now}::timestamptz`)},
        'reachedAfter', ${hoursBetween(first.startedAt, first.approvedAt)},
        'isDeleted', ${isDeleted})) filter (where ${begun}), '[]')`,
    })
    .from(first)
    .groupBy(first.software, week);
};

export type CustomersOfWeek = Awaited<ReturnType<typeof customersByWeek>>[number];
type Counted = 'failedFirst' | 'of' | 'deletedFailed' | 'deleted';

/** The weeks of one app together: customers whose first attempt failed, with the Wilson interval, as each counts once. */
export const failedFirstIn = (weeks: readonly CustomersOfWeek[]) => {
  const total = (counted: Counted) => weeks.reduce((sum, week) => sum + week[counted], 0);
  const [failedFirst, of] = [total('failedFirst'), total('of')];
  return {
    failedFirst,
    of,
    ...(of === 0 ? { low: null, high: null } : wilson(failedFirst, of)),
    tooFew: of < FEW,
    /** Those of them whose company was deleted since: they are counted, but in no list. */
    deleted: { failedFirst: total('deletedFailed'), of: total('deleted') },
  };
};
