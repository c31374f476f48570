import { and, eq, sql } from 'drizzle-orm';
import type { FailureReason } from '../../journey/failure-reasons.ts';
import { weeksOf } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { endedAttempts } from './ended-attempts.ts';
import { countOf, isoWeekOf, type Scope } from './scope.ts';

/** For each ISO week of the period, why the attempts that ended in it failed; the most frequent reason first. */
export const reasons = async (database: Database, scope: Scope) => {
  const { period, now, timeZone, software, ...of } = scope;
  const ended = endedAttempts(database, period, now, of);
  const week = isoWeekOf(ended.endedAt, timeZone);
  const count = countOf();
  const rows = await database
    // Not null: every failed attempt has a reason, at least `unknown`.
    .select({ week, failureReason: sql<FailureReason>`${ended.failureReason}`, count })
    .from(ended)
    .where(
      and(
        sql`${ended.outcome} = 'failed'`,
        software === undefined ? undefined : eq(ended.software, software),
      ),
    )
    .groupBy(week, ended.failureReason)
    .orderBy(sql`${count} desc`, ended.failureReason);
  const byWeek = Map.groupBy(rows, (row) => row.week);
  return weeksOf(period, timeZone).map((part) => ({
    ...part,
    reasons: (byWeek.get(part.week) ?? []).map(({ failureReason, count }) => ({
      failureReason,
      count,
    })),
  }));
};
