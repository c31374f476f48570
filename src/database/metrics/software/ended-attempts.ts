import { and, eq, isNotNull, not, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import type { Database } from '../../database.ts';
import { endAt, isLeftOut, outcomeAt } from '../../derived-columns.ts';
import { attempts, customers, journeys } from '../../schema/index.ts';
import { type OfCustomers, ofScope, within } from '../scope.ts';

const endedIn = (
  database: Database,
  period: Period,
  now: Instant,
  of: OfCustomers,
  left: boolean,
) =>
  database
    .select({
      customerId: attempts.customerId,
      software: attempts.software,
      failureReason: attempts.failureReason,
      outcome: sql<string>`${outcomeAt(now)}`.as('outcome_now'),
      endedAt: sql<Instant>`${endAt(now)}`.as('ended_now'),
      isDeleted: sql<boolean>`${isNotNull(customers.deletedAt)}`.as('is_deleted'),
    })
    .from(attempts)
    .innerJoin(customers, eq(customers.id, attempts.customerId))
    .innerJoin(journeys, eq(journeys.id, attempts.journeyId))
    .where(
      and(
        ofScope(of, attempts.software),
        within(endAt(now), period),
        left ? isLeftOut : not(isLeftOut),
      ),
    )
    .as('ended');

/** The attempts that ended in a period, abandoned ones included, with their outcome and end. */
export const endedAttempts = (database: Database, period: Period, now: Instant, of: OfCustomers) =>
  endedIn(database, period, now, of, false);

/** The attempts that ended in a period, but belong to journeys that no rate counts. */
export const leftOutAttempts: typeof endedAttempts = (database, period, now, of) =>
  endedIn(database, period, now, of, true);
