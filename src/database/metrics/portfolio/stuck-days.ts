import { and, asc, eq, gte, min, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import { dateAt, startOf } from '../../../journey/metrics/calendar.ts';
import { selectRows } from '../../bulk.ts';
import type { Database } from '../../database.ts';
import { isStuckAt } from '../../derived-columns.ts';
import { isVisible } from '../../portfolios/visibility.ts';
import { customers, type StuckCount, stuckCounts, stuckDays } from '../../schema/index.ts';
import { loadWorkspace } from '../../settings.ts';
import { transact } from '../../transact.ts';
import type { Scope } from '../scope.ts';

/** How many days the past of the stuck goes back in answers. */
const SHOWN_DAYS = 56;

/**
 * Counts who is stuck at `now`, unless the day has been counted: at the team’s midnight, or once a server runs. Of
 * several servers, one does. Returns whether it did.
 */
export const keepStuckDay = (database: Database, now: Instant): Promise<boolean> =>
  transact(database, async (transaction) => {
    const { timeZone } = await loadWorkspace(transaction);
    const day = dateAt(now, timeZone);
    const kept = await transaction
      .insert(stuckDays)
      .values({ day, at: now })
      .onConflictDoNothing()
      .returning({ day: stuckDays.day });
    if (kept.length === 0) return false;
    const { accountManagerId, software } = customers;
    // Not null: every stuck customer has a reason.
    const stuckReason = sql<StuckCount['stuckReason']>`${customers.stuckReason}`;
    const counted = await transaction
      .select({ accountManagerId, software, stuckReason, count: sql<number>`count(*)::int` })
      .from(customers)
      .where(isStuckAt(now))
      .groupBy(accountManagerId, software, customers.stuckReason);
    const rows = counted.map((row) => ({ day, ...row }));
    await transaction.insert(stuckCounts).select(selectRows(stuckCounts, rows));
    return true;
  });

/** How many were stuck at the start of each of the last days, as far as they were counted, by who managed them then. */
const loadDays = (database: Database, { now, timeZone, accountManagerId, portfolio }: Scope) =>
  database
    .select({
      day: stuckDays.day,
      at: stuckDays.at,
      count: sql`coalesce(sum(${stuckCounts.count}), 0)`.mapWith(Number),
    })
    .from(stuckDays)
    .leftJoin(
      stuckCounts,
      and(
        eq(stuckCounts.day, stuckDays.day),
        isVisible(portfolio, stuckCounts.accountManagerId),
        accountManagerId === undefined
          ? undefined
          : eq(stuckCounts.accountManagerId, accountManagerId),
      ),
    )
    .where(gte(stuckDays.day, dateAt(startOf('day', now, timeZone, -SHOWN_DAYS), timeZone)))
    .groupBy(stuckDays.day, stuckDays.at)
    .orderBy(asc(stuckDays.day));

/** How many are stuck now, and how many were at the start of the same day a week ago. Null if that day wasn’t counted. */
export const stuckNow = async (database: Database, scope: Scope, count: number) => {
  const { now, timeZone } = scope;
  const days = await loadDays(database, scope);
  const [first] = await database.select({ day: min(stuckDays.day) }).from(stuckDays);
  const lastWeek = dateAt(startOf('day', now, timeZone, -7), timeZone);
  const weekAgo = days.find(({ day }) => day === lastWeek);
  return {
    count,
    weekAgo: weekAgo ? { count: weekAgo.count, at: weekAgo.at } : null,
    keptSince: first?.day ?? null,
    days,
  };
};
