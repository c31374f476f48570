import { sql } from 'drizzle-orm';
import { FEW, wilson } from '../../../journey/metrics/rate.ts';
import type { Database } from '../../database.ts';
import { countOf, isoWeekOf, type Scope } from '../scope.ts';
import { endedFirst } from './first-attempts.ts';

/** The customers with a first attempt with an app that ended in the period, by the ISO week in which it did. */
export const customersByWeek = (database: Database, scope: Scope) => {
  const first = endedFirst(database, scope);
  const { software, failedFirst, isDeleted } = first;
  const week = isoWeekOf(first.endedAt, scope.timeZone);
  return database
    .select({
      software,
      week,
      failedFirst: countOf(sql`${failedFirst}`),
      of: countOf(),
      deletedFailed: countOf(sql`${failedFirst} and ${isDeleted}`),
      deleted: countOf(sql`${isDeleted}`),
    })
    .from(first)
    .groupBy(software, week);
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
