import { inArray, sql } from 'drizzle-orm';
import { type FailureReason, NOT_THEIRS } from '../../../journey/failure-reasons.ts';
import type { Database } from '../../database.ts';
import { countOf, isoWeekOf, type Scope } from '../scope.ts';
import { endedAttempts, leftOutAttempts } from './ended-attempts.ts';

type Ended = ReturnType<typeof endedAttempts>;

const ended = (database: Database, { period, now, accountManagerId, portfolio }: Scope) =>
  endedAttempts(database, period, now, { accountManagerId, portfolio });

const outcomeIs = (of: Ended, outcome: string) => sql`${of.outcome} = ${outcome}`;

/** The customers with such an attempt, each once, and how many of them have been deleted since. */
const customersWith = (of: Ended, condition = sql`true`) => ({
  count: sql`count(distinct ${of.customerId}) filter (where ${condition})`.mapWith(Number),
  deleted:
    sql`count(distinct ${of.customerId}) filter (where ${condition} and ${of.isDeleted})`.mapWith(
      Number,
    ),
});

/** How attempts ended, by software, and for how many customers. */
export const attemptTally = (database: Database, scope: Scope) => {
  const of = ended(database, scope);
  const notTheirs = sql`${outcomeIs(of, 'failed')} and ${inArray(of.failureReason, [...NOT_THEIRS])}`;
  return database
    .select({
      software: of.software,
      failed: countOf(outcomeIs(of, 'failed')),
      authorized: countOf(outcomeIs(of, 'authorized')),
      abandoned: countOf(outcomeIs(of, 'abandoned')),
      all: customersWith(of),
      gaveUp: customersWith(of, outcomeIs(of, 'abandoned')),
      notTheirs: { ...customersWith(of, notTheirs), attempts: countOf(notTheirs) },
    })
    .from(of)
    .groupBy(of.software);
};

/** Attempts that failed, of those that failed or were approved, by software and ISO week. */
export const attemptsByWeek = (database: Database, scope: Scope) => {
  const of = ended(database, scope);
  const week = isoWeekOf(of.endedAt, scope.timeZone);
  return database
    .select({
      software: of.software,
      week,
      failed: countOf(outcomeIs(of, 'failed')),
      ended: countOf(),
    })
    .from(of)
    .where(sql`${of.outcome} in ('failed', 'authorized')`)
    .groupBy(of.software, week);
};

/** Why attempts failed, for how many customers, by software. What concerned most customers comes first. */
export const reasonsBySoftware = (database: Database, scope: Scope) => {
  const of = ended(database, scope);
  const { count } = customersWith(of);
  return (
    database
      // Not null: every failed attempt has a reason, at least `unknown`.
      .select({ software: of.software, reason: sql<FailureReason>`${of.failureReason}`, count })
      .from(of)
      .where(outcomeIs(of, 'failed'))
      .groupBy(of.software, of.failureReason)
      .orderBy(sql`${count} desc`, of.failureReason)
  );
};

/** The customers with an attempt that ended in the period in a journey that no rate counts, by software. */
export const leftOutBySoftware = (database: Database, scope: Scope) => {
  const { period, now, accountManagerId, portfolio } = scope;
  const of = leftOutAttempts(database, period, now, { accountManagerId, portfolio });
  return database
    .select({ software: of.software, ...customersWith(of) })
    .from(of)
    .groupBy(of.software);
};
