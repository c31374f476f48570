import { min, sql } from 'drizzle-orm';
import type { FailureReason } from '../../../journey/failure-reasons.ts';
import { weeksOf } from '../../../journey/metrics/period.ts';
import type { Database } from '../../database.ts';
import { countOf, isoWeekOf, type Scope } from '../scope.ts';
import { failedAttempts } from './ended-attempts.ts';

const attemptsByWeek = (database: Database, scope: Scope) => {
  const failed = failedAttempts(database, scope);
  const week = isoWeekOf(failed.endedAt, scope.timeZone);
  const count = countOf();
  return (
    database
      // Not null: every failed attempt has a reason, at least `unknown`.
      .select({ week, failureReason: sql<FailureReason>`${failed.failureReason}`, count })
      .from(failed)
      .groupBy(week, failed.failureReason)
      .orderBy(sql`${count} desc`, failed.failureReason)
  );
};

/** Each customer once for each reason, in the week in which an attempt first failed for it. */
const customersByWeek = (database: Database, scope: Scope) => {
  const failed = failedAttempts(database, scope);
  const first = database
    .select({
      failureReason: sql<FailureReason>`${failed.failureReason}`.as('reason'),
      firstAt: min(failed.endedAt).as('first_at'),
      isDeleted: failed.isDeleted,
    })
    .from(failed)
    .groupBy(failed.customerId, failed.failureReason, failed.isDeleted)
    .as('first_failures');
  const week = isoWeekOf(first.firstAt, scope.timeZone);
  const { failureReason } = first;
  return database
    .select({ week, failureReason, count: countOf(), deleted: countOf(sql`${first.isDeleted}`) })
    .from(first)
    .groupBy(week, failureReason)
    .orderBy(failureReason);
};

const total = (rows: readonly { count: number }[]) =>
  rows.reduce((sum, { count }) => sum + count, 0);

/**
 * Why attempts that ended in the period failed: for how many customers, and how many attempts. In all, what concerned most
 * customers first, and for each ISO week, the most attempts first.
 */
export const reasons = async (database: Database, scope: Scope) => {
  const attempts = await attemptsByWeek(database, scope);
  const customers = await customersByWeek(database, scope);
  const byReason = Map.groupBy(customers, ({ failureReason }) => failureReason);
  const all = [...byReason].map(([failureReason, own]) => ({
    failureReason,
    customers: total(own),
    deleted: own.reduce((sum, { deleted }) => sum + deleted, 0),
    count: total(attempts.filter((row) => row.failureReason === failureReason)),
  }));
  const customersIn = (week: string, reason: FailureReason) =>
    byReason.get(reason)?.find((row) => row.week === week)?.count ?? 0;
  const byWeek = Map.groupBy(attempts, ({ week }) => week);
  return {
    reasons: all.toSorted((a, b) => b.customers - a.customers || b.count - a.count),
    weeks: weeksOf(scope.period, scope.timeZone).map((part) => ({
      ...part,
      reasons: (byWeek.get(part.week) ?? []).map(({ week, failureReason, count }) => ({
        ...{ failureReason, count },
        customers: customersIn(week, failureReason),
      })),
    })),
  };
};
