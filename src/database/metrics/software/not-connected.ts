import { and, isNotNull, not, sql } from 'drizzle-orm';
import { notConnectedWithin } from '../../../journey/metrics/not-connected.ts';
import type { Database } from '../../database.ts';
import { loadWorkspace } from '../../settings.ts';
import { hoursBetween, type Scope, within } from '../scope.ts';
import { firstAttempts } from './first-attempts.ts';

/**
 * How old each customer’s first attempt with an app is, if it began in the period, and how old it was when they were first
 * approved with it. Leaves out those approved at an unknown time.
 */
const pursuits = (database: Database, { period, now, accountManagerId, portfolio }: Scope) => {
  const first = firstAttempts(database, { accountManagerId, portfolio });
  const age = hoursBetween(first.startedAt, sql`${now}::timestamptz`);
  return database
    .select({
      software: first.software,
      age: sql<number>`${age}`,
      reachedAfter: sql<number | null>`${hoursBetween(first.startedAt, first.approvedAt)}`,
      isDeleted: sql<boolean>`${isNotNull(first.deletedAt)}`,
    })
    .from(first)
    .where(and(within(first.startedAt, period), not(first.isUntimed)));
};

/** For each app, the customers who didn’t connect within the team’s days of their first attempt in the period. */
export const notConnected = async (database: Database, scope: Scope) => {
  const { conversionDays } = await loadWorkspace(database);
  const bySoftware = Map.groupBy(await pursuits(database, scope), ({ software }) => software);
  return (software: string) => {
    const own = bySoftware.get(software) ?? [];
    const gone = own.filter(({ isDeleted }) => isDeleted);
    const { of, open } = notConnectedWithin(conversionDays, gone);
    return { ...notConnectedWithin(conversionDays, own), deleted: { of, open } };
  };
};
