import { inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type FailureReason, NOT_THEIRS } from '../../../journey/failure-reasons.ts';
import type { Database } from '../../database.ts';
import { countOf, isoWeekOf, type Scope } from '../scope.ts';
import { allEndedAttempts, endedAttempts, failedAttempts } from './ended-attempts.ts';

/** How the attempts of each customer with an app ended. Counting customers afterwards is faster than `count(distinct …)`. */
const tallyOfCustomers = (database: Database, scope: Scope) => {
  const ended = allEndedAttempts(database, scope);
  const { customerId, software, isDeleted, isLeftOut, outcome, failureReason } = ended;
  const counted = (condition: SQL, name: string) =>
    countOf(sql`not ${isLeftOut} and ${condition}`).as(name);
  return database
    .select({
      software,
      isDeleted,
      all: counted(sql`true`, 'ended'),
      failed: counted(sql`${outcome} = 'failed'`, 'failed'),
      authorized: counted(sql`${outcome} = 'authorized'`, 'authorized'),
      abandoned: counted(sql`${outcome} = 'abandoned'`, 'abandoned'),
      notTheirs: counted(
        sql`${outcome} = 'failed' and ${inArray(failureReason, [...NOT_THEIRS])}`,
        'not_theirs',
      ),
      leftOut: countOf(sql`${isLeftOut}`).as('left_out'),
    })
    .from(ended)
    .groupBy(customerId, software, isDeleted)
    .as('of_customers');
};

const sumOf = (attempts: SQLWrapper) => sql`sum(${attempts})`.mapWith(Number);

/**
 * How attempts ended, by software, and for how many customers. Each customer counts once, with how many of them have been
 * deleted since. Those left out have an attempt in a journey that no rate counts.
 */
export const attemptTally = (database: Database, scope: Scope) => {
  const one = tallyOfCustomers(database, scope);
  const customersWith = (attempts: SQLWrapper) => ({
    count: countOf(sql`${attempts} > 0`),
    deleted: countOf(sql`${attempts} > 0 and ${one.isDeleted}`),
  });
  return database
    .select({
      software: one.software,
      failed: sumOf(one.failed),
      authorized: sumOf(one.authorized),
      abandoned: sumOf(one.abandoned),
      all: customersWith(one.all),
      gaveUp: customersWith(one.abandoned),
      notTheirs: { ...customersWith(one.notTheirs), attempts: sumOf(one.notTheirs) },
      leftOut: customersWith(one.leftOut),
    })
    .from(one)
    .groupBy(one.software);
};

/** Attempts that failed, of those that failed or were approved, by software and ISO week. */
export const attemptsByWeek = (database: Database, scope: Scope) => {
  const of = endedAttempts(database, scope);
  const week = isoWeekOf(of.endedAt, scope.timeZone);
  return database
    .select({
      software: of.software,
      week,
      failed: countOf(sql`${of.outcome} = 'failed'`),
      ended: countOf(sql`${of.outcome} in ('failed', 'authorized')`),
    })
    .from(of)
    .groupBy(of.software, week);
};

/** Why attempts failed, for how many customers, by software. What concerned most customers comes first. */
export const reasonsBySoftware = (database: Database, scope: Scope) => {
  const of = failedAttempts(database, scope);
  const { software, failureReason, customerId } = of;
  const one = database
    .selectDistinct({ software, failureReason, customerId })
    .from(of)
    .as('of_customers');
  const count = countOf();
  return (
    database
      // Not null: every failed attempt has a reason, at least `unknown`.
      .select({ software: one.software, reason: sql<FailureReason>`${one.failureReason}`, count })
      .from(one)
      .groupBy(one.software, one.failureReason)
      .orderBy(sql`${count} desc`, one.failureReason)
  );
};
