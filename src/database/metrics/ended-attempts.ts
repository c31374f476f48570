import { and, eq, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Period } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { endAt, outcomeAt } from '../derived-columns.ts';
import { attempts, customers } from '../schema/index.ts';
import { type OfCustomers, ofScope, within } from './scope.ts';

/** The attempts that ended in a period, abandoned ones included, with their outcome and end. */
export const endedAttempts = (database: Database, period: Period, now: Instant, of: OfCustomers) =>
  database
    .select({
      customerId: attempts.customerId,
      software: attempts.software,
      failureReason: attempts.failureReason,
      outcome: sql<string>`${outcomeAt(now)}`.as('outcome_now'),
      endedAt: sql<Instant>`${endAt(now)}`.as('ended_now'),
    })
    .from(attempts)
    .innerJoin(customers, eq(customers.id, attempts.customerId))
    .where(and(ofScope(of, attempts.software), within(endAt(now), period)))
    .as('ended');
