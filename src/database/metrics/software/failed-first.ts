import { isNotNull, sql } from 'drizzle-orm';
import { FEW, wilson } from '../../../journey/metrics/rate.ts';
import type { Database } from '../../database.ts';
import { countOf, isoWeekOf, type Scope, within } from '../scope.ts';
import { firstAttempts } from './first-attempts.ts';

/** The customers whose first attempt ended in each ISO week of the period, by software. */
export const failedFirstByWeek = (
  database: Database,
  { period, timeZone, accountManagerId, portfolio }: Scope,
) => {
  const first = firstAttempts(database, { accountManagerId, portfolio });
  const week = isoWeekOf(first.endedAt, timeZone);
  const isDeleted = isNotNull(first.deletedAt);
  return database
    .select({
      software: first.software,
      week,
      failedFirst: countOf(sql`${first.failedFirst}`),
      of: countOf(),
      deletedFailed: countOf(sql`${first.failedFirst} and ${isDeleted}`),
      deleted: countOf(isDeleted),
    })
    .from(first)
    .where(within(first.endedAt, period))
    .groupBy(first.software, week);
};

type WeekRow = Awaited<ReturnType<typeof failedFirstByWeek>>[number];
type Counted = 'failedFirst' | 'of' | 'deletedFailed' | 'deleted';

/** The weeks of one app together: customers whose first attempt failed, with the Wilson interval, as each counts once. */
export const failedFirstIn = (weeks: readonly WeekRow[]) => {
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
