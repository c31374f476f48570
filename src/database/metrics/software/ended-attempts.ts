import { and, eq, isNotNull, not, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import type { Database } from '../../database.ts';
import { endAt, isLeftOut, outcomeAt } from '../../derived-columns.ts';
import { attempts, customers, journeys } from '../../schema/index.ts';
import { type OfCustomers, ofScope, within } from '../scope.ts';

// Conditions on columns, not on `endAt` and `outcomeAt`: PostgreSQL estimates from statistics about columns how many rows
// it will find. It expects few of an expression, and then looks up the journey and the customer of each row by themselves.

const wasAbandoned = (period: Period, now: Instant): SQL =>
  sql`(${attempts.abandonsAt} <= ${now}::timestamptz and ${within(attempts.abandonsAt, period)})`;

const wasNotAbandoned = (period: Period, now: Instant): SQL =>
  sql`((${attempts.abandonsAt} is null or ${attempts.abandonsAt} > ${now}::timestamptz) and ${within(attempts.endedAt, period)})`;

const hasEnded = (period: Period, now: Instant): SQL =>
  sql`(${wasAbandoned(period, now)} or ${wasNotAbandoned(period, now)})`;

const hasFailed = (period: Period, now: Instant): SQL =>
  sql`(${eq(attempts.outcome, 'failed')} and ${wasNotAbandoned(period, now)})`;

/** Whether an attempt ended so in the period by `now`, and whether its journey counts. */
const attemptsThat =
  (ended: (period: Period, now: Instant) => SQL, journey?: SQL) =>
  (database: Database, period: Period, now: Instant, of: OfCustomers) =>
    database
      .select({
        customerId: attempts.customerId,
        software: attempts.software,
        failureReason: attempts.failureReason,
        outcome: sql<string>`${outcomeAt(now)}`.as('outcome_now'),
        endedAt: sql<Instant>`${endAt(now)}`.as('ended_now'),
        isDeleted: sql<boolean>`${isNotNull(customers.deletedAt)}`.as('is_deleted'),
        isLeftOut: sql<boolean>`${isLeftOut}`.as('is_left_out'),
      })
      .from(attempts)
      .innerJoin(customers, eq(customers.id, attempts.customerId))
      .innerJoin(journeys, eq(journeys.id, attempts.journeyId))
      .where(and(ofScope(of, attempts.software), ended(period, now), journey))
      .as('ended');

/** The attempts that ended in a period, abandoned ones included, with their outcome and end. */
export const endedAttempts = attemptsThat(hasEnded, not(isLeftOut));

/** Those of them that failed. */
export const failedAttempts = attemptsThat(hasFailed, not(isLeftOut));

/** The attempts that ended in a period, but belong to journeys that no rate counts. */
export const leftOutAttempts = attemptsThat(hasEnded, isLeftOut);

/** All that ended in a period, whether a rate counts their journey or not. */
export const allEndedAttempts = attemptsThat(hasEnded);
