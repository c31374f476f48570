import { and, eq, sql } from 'drizzle-orm';
import { type Period, previousPeriod } from '../../journey/metrics/period.ts';
import { rate } from '../../journey/metrics/rate.ts';
import type { Database } from '../database.ts';
import { enteredAt, firstApproval, isFirst, isStuckAt } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { medianHoursToConnect } from './hours-to-connect.ts';
import { countOf, ofScope, type Scope, within } from './scope.ts';
import { spikes } from './spikes.ts';

/** When a failure keeps the customer stuck, its reason says more than the rule that found it. */
const failureReason = sql<(typeof customers.$inferSelect)['failureReason']>`case
  when ${customers.stuckReason} in ('attempt_failed', 'repeated_failures')
  then ${customers.failureReason} end`;

/** The customers who are stuck now, by reason, the most frequent first. */
const stuckByReason = async (database: Database, scope: Scope) => {
  const count = countOf();
  const rows = await database
    .select({ stuckReason: customers.stuckReason, failureReason, count })
    .from(customers)
    .where(and(ofScope(scope, customers.software), isStuckAt(scope.now)))
    .groupBy(customers.stuckReason, failureReason)
    .orderBy(sql`${count} desc`, customers.stuckReason, failureReason);
  return rows.flatMap(({ stuckReason, ...row }) => (stuckReason ? [{ stuckReason, ...row }] : []));
};

/** The customers whose first approval lies in each period, and how many of them have been deleted since. */
const connected = async (database: Database, scope: Scope, previous: Period) => {
  const [row] = await database
    .select({
      count: countOf(within(firstApproval, scope.period)),
      deleted: countOf(
        sql`${within(firstApproval, scope.period)} and ${customers.deletedAt} is not null`,
      ),
      previous: countOf(within(firstApproval, previous)),
    })
    .from(customers)
    .where(ofScope(scope, customers.software));
  return row ?? { count: 0, deleted: 0, previous: 0 };
};

/** The share of customers who entered the funnel in the period and have been approved so far. */
const conversion = async (database: Database, scope: Scope, period: Period) => {
  const [row] = await database
    .select({
      of: countOf(),
      authorized: countOf(sql`${journeys.furthestStage} >= 'authorized'`),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(and(isFirst, ofScope(scope, journeys.software), within(enteredAt, period)));
  return rate(row?.authorized ?? 0, row?.of ?? 0);
};

/**
 * The key numbers, with those of the period before. Spikes count the customers
 * of every account manager, as far as the person may see them: one manager’s are too few to find any.
 */
export const overview = async (database: Database, scope: Scope) => {
  const previous = previousPeriod(scope.period, scope);
  const before = { ...scope, period: previous };
  const reasons = await stuckByReason(database, scope);
  const found = await spikes(database, scope);
  return {
    previous,
    stuckNow: { count: reasons.reduce((sum, { count }) => sum + count, 0) },
    connected: await connected(database, scope, previous),
    conversion: {
      now: await conversion(database, scope, scope.period),
      previous: await conversion(database, scope, previous),
    },
    hoursToConnect: {
      ...(await medianHoursToConnect(database, scope)),
      previous: await medianHoursToConnect(database, before),
    },
    stuckByReason: reasons,
    spikes: found.filter(({ software }) => (scope.software ?? software) === software),
  };
};
