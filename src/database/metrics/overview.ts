import { and, isNotNull, isNull, sql } from 'drizzle-orm';
import { areCountsApart, areMediansApart, timeToReach } from '../../journey/metrics/conversion.ts';
import { lengthHours, type Period } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { isFirst, isStuckAt } from '../derived-columns.ts';
import { openIncidents } from '../incidents/open-incidents.ts';
import { customers, journeys } from '../schema/index.ts';
import { type Cohort, firstCohorts, loadCohort } from './cohort.ts';
import { compareConversion } from './conversion.ts';
import { gone, isGone } from './exceptions.ts';
import { lostConnections } from './pursuits.ts';
import { countOf, isOfScope, ofScope, type Scope, within } from './scope.ts';

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
    .where(
      and(
        ofScope(scope, customers.software),
        // Which the index holds.
        isNotNull(customers.stuckAt),
        isStuckAt(scope.now),
      ),
    )
    .groupBy(customers.stuckReason, failureReason)
    .orderBy(sql`${count} desc`, customers.stuckReason, failureReason);
  return rows.flatMap(({ stuckReason, ...row }) => (stuckReason ? [{ stuckReason, ...row }] : []));
};

type Counts = { count: number; previous: number };

const isClear = ({ count, previous }: Counts, period: Period, before: Period): boolean =>
  areCountsApart(
    { count, hours: lengthHours(period) },
    { count: previous, hours: lengthHours(before) },
  );

/** The customers whose first approval lies in each period, and how many of them have been deleted since. */
const newConnections = async (database: Database, scope: Scope, previous: Period) => {
  const now = within(journeys.authorizedAt, scope.period);
  const before = within(journeys.authorizedAt, previous);
  const both = { from: previous.from, to: scope.period.to };
  const [row] = await database
    .select({
      count: countOf(now),
      deleted: countOf(sql`${now} and ${gone.id} is not null`),
      previous: countOf(before),
    })
    .from(journeys)
    .leftJoin(gone, isGone(journeys.customerId))
    .where(and(isFirst, isOfScope(scope, journeys), within(journeys.authorizedAt, both)));
  const counts = row ?? { count: 0, deleted: 0, previous: 0 };
  return { ...counts, clear: isClear(counts, scope.period, previous) };
};

const connectedNow = async (database: Database, scope: Scope) => {
  const [row] = await database
    .select({ count: countOf() })
    .from(customers)
    .where(
      and(
        ofScope(scope, customers.software),
        sql`${customers.connected}`,
        isNull(customers.deletedAt),
      ),
    );
  return row ?? { count: 0 };
};

const timesOf = (cohort: Cohort, before: Cohort) => {
  const now = timeToReach(cohort.members);
  const previous = timeToReach(before.members);
  return { ...now, previous, clear: areMediansApart(now.median, previous.median) };
};

/** Within how many days of the loss a customer has to be back to count as won back. */
const WIN_BACK_DAYS = 14;

const lostAndWonBack = async (database: Database, scope: Scope, before: Scope) => {
  const lost = await loadCohort(database, lostConnections(database, scope), scope.now);
  const earlier = await loadCohort(database, lostConnections(database, before), scope.now);
  const wonBack = compareConversion(WIN_BACK_DAYS, lost, earlier);
  const [count, previous] = [wonBack.of, wonBack.previous.of];
  return {
    lost: {
      ...{ count, deleted: wonBack.deleted.of, previous },
      clear: isClear({ count, previous }, scope.period, before.period),
    },
    wonBack,
  };
};

/**
 * The key numbers, with those of the period before. Incidents count the customers of every account manager, as far as the
 * person may see them.
 */
export const overview = async (database: Database, scope: Scope) => {
  // At once, so that it is shared with the page’s other cards, which ask for it now.
  const { before: previous, cohort, earlier } = await firstCohorts(database, scope);
  const before = { ...scope, period: previous };
  const reasons = await stuckByReason(database, scope);
  const incidents = await openIncidents(database, { portfolio: scope.portfolio }, scope.now);
  return {
    previous,
    stuckNow: { count: reasons.reduce((sum, { count }) => sum + count, 0) },
    conversion: compareConversion(scope.conversionDays, cohort, earlier),
    timeToConnect: timesOf(cohort, earlier),
    newConnections: await newConnections(database, scope, previous),
    connectedNow: await connectedNow(database, scope),
    ...(await lostAndWonBack(database, scope, before)),
    stuckByReason: reasons,
    incidents: incidents.filter(({ software }) => (scope.software ?? software) === software),
  };
};
