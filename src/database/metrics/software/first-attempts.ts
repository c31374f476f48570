import { and, eq, inArray, isNotNull, min, not, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { NOT_THEIRS } from '../../../journey/failure-reasons.ts';
import type { Instant } from '../../../journey/instant.ts';
import type { Database } from '../../database.ts';
import { isLeftOut } from '../../derived-columns.ts';
import { attempts, customers, journeys } from '../../schema/index.ts';
import { type OfCustomers, ofScope, type Scope, within } from '../scope.ts';

/** With a period, only the attempts of customers who began or ended one in it. */
type Asked = OfCustomers & Pick<Scope, 'software'> & Partial<Pick<Scope, 'period'>>;

const failed = and(
  eq(attempts.outcome, 'failed'),
  notInArray(attempts.failureReason, [...NOT_THEIRS]),
);
const approved = eq(attempts.outcome, 'authorized');

/** The earliest of some attempts’ ends. */
const earliest = (end: SQL, condition: SQL | undefined, name: string) =>
  sql<Instant | null>`min(${end}) filter (where ${condition})`.as(name);

/** Whether an attempt is of a customer who began or ended one in the period. Others’ are left out before they are grouped. */
const activeIn = (database: Database, period: Scope['period']): SQL =>
  inArray(
    attempts.customerId,
    database
      .select({ id: attempts.customerId })
      .from(attempts)
      .where(or(within(attempts.startedAt, period), within(attempts.endedAt, period))),
  );

/**
 * What each customer’s attempts with software came to, one row for each of both. One scan, however often they tried.
 * An approval at an unknown time counts from the start of its attempt in `approvedBy`, which only says what came first.
 */
const attemptsTogether = (database: Database, of: Asked) =>
  database
    .select({
      customerId: sql<string>`${customers.id}`.as('customer_id'),
      software: sql<string>`${attempts.software}`.as('software'),
      startedAt: min(attempts.startedAt).as('started_at'),
      failedAt: earliest(sql`${attempts.endedAt}`, failed, 'failed_at'),
      approvedAt: earliest(sql`${attempts.endedAt}`, approved, 'approved_at'),
      approvedBy: earliest(
        sql`coalesce(${attempts.endedAt}, ${attempts.startedAt})`,
        approved,
        'approved_by',
      ),
      deletedAt: sql<Instant | null>`${customers.deletedAt}`.as('deleted_at'),
    })
    .from(attempts)
    .innerJoin(customers, eq(customers.id, attempts.customerId))
    .innerJoin(journeys, eq(journeys.id, attempts.journeyId))
    .where(
      and(
        ofScope(of, attempts.software),
        of.period && activeIn(database, of.period),
        isNotNull(attempts.software),
        not(isLeftOut),
      ),
    )
    .groupBy(customers.id, attempts.software)
    .as('together');

/**
 * Each customer’s first attempt with software: when it began, whether the first that ended for a reason of theirs failed,
 * and when that ended. Null if none did, or if the first to end was approved at an unknown time.
 */
export const firstAttempts = (database: Database, of: Asked) => {
  const together = attemptsTogether(database, of);
  const { customerId, software, startedAt, failedAt, approvedAt, approvedBy } = together;
  const failedFirst = sql<boolean>`coalesce(${failedAt} <= coalesce(${approvedBy}, 'infinity'), false)`;
  return database
    .select({
      customerId,
      software,
      startedAt,
      approvedAt,
      failedFirst: failedFirst.as('failed_first'),
      endedAt: sql<Instant | null>`case when ${failedFirst} then ${failedAt}
        when ${approvedBy} = ${approvedAt} then ${approvedAt} end`.as('ended_first'),
      /** Whether an approval at an unknown time came before any other. */
      isUntimed: sql<boolean>`(${approvedBy} is distinct from ${approvedAt})`.as('is_untimed'),
      deletedAt: together.deletedAt,
    })
    .from(together)
    .as('first_attempts');
};
