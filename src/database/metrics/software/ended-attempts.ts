import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import type { Database } from '../../database.ts';
import { attemptEnd, outcomeAt } from '../../derived-columns.ts';
import { attempts } from '../../schema/index.ts';
import { gone, isGone, isOfLeftOut, leftOut } from '../exceptions.ts';
import { isOfScope, type Selection, within } from '../scope.ts';

/** Whether an attempt ended in the period by `now`. Only one in progress has a time when it counts as abandoned. */
const hasEnded = (period: Period, now: Instant): SQL | undefined =>
  and(within(attemptEnd, period), or(isNull(attempts.abandonsAt), lte(attempts.abandonsAt, now)));

/** The attempts that ended so in the period, and whether their journey counts. */
const attemptsThat =
  (condition?: SQL) =>
  (database: Database, { period, now, ...of }: Selection) =>
    database
      .select({
        customerId: attempts.customerId,
        software: attempts.software,
        failureReason: attempts.failureReason,
        outcome: sql<string>`${outcomeAt(now)}`.as('outcome_now'),
        endedAt: attemptEnd.as('ended_now'),
        isDeleted: sql<boolean>`${isNotNull(gone.id)}`.as('is_deleted'),
        isLeftOut: sql<boolean>`${isNotNull(leftOut.id)}`.as('is_left_out'),
      })
      .from(attempts)
      .leftJoin(gone, isGone(attempts.customerId))
      .leftJoin(leftOut, isOfLeftOut(attempts))
      .where(and(isOfScope(of, attempts), hasEnded(period, now), condition))
      .as('ended');

/** The attempts that ended in a period, abandoned ones included, with their outcome and end. */
export const endedAttempts = attemptsThat(isNull(leftOut.id));

/** Those of them that failed. */
export const failedAttempts = attemptsThat(and(eq(attempts.outcome, 'failed'), isNull(leftOut.id)));

/** The attempts that ended in a period, but belong to journeys that no rate counts. */
export const leftOutAttempts = attemptsThat(isNotNull(leftOut.id));

/** All that ended in a period, whether a rate counts their journey or not. */
export const allEndedAttempts = attemptsThat();
