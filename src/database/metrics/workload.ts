import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { customers, users } from '../schema/index.ts';
import { gone, isGone } from './exceptions.ts';
import { countOf } from './scope.ts';

/**
 * What is in each person’s hands, without deleted customers: `portfolio`, the customers whose account manager they are;
 * `cases`, those assigned to them; and `openCases`, those of them who are neither closed nor connected.
 */
export const workloads = async (database: Database) => {
  const isOpen = sql`${customers.closedAt} is null and not ${customers.connected}`;
  const cases = database
    .select({
      userId: customers.assigneeId,
      cases: count().as('cases'),
      openCases: sql<number>`count(*) filter (where ${isOpen})`.mapWith(Number).as('open_cases'),
    })
    .from(customers)
    .where(and(isNotNull(customers.assigneeId), isNull(customers.deletedAt)))
    .groupBy(customers.assigneeId)
    .as('assigned');
  const portfolios = database
    .select({
      userId: customers.accountManagerId,
      portfolio: countOf(isNull(gone.id)).as('portfolio'),
    })
    .from(customers)
    .leftJoin(gone, isGone(customers.id))
    .where(isNotNull(customers.accountManagerId))
    .groupBy(customers.accountManagerId)
    .as('managed');
  const rows = await database
    .select({
      id: users.id,
      portfolio: portfolios.portfolio,
      cases: cases.cases,
      openCases: cases.openCases,
    })
    .from(users)
    .leftJoin(cases, eq(cases.userId, users.id))
    .leftJoin(portfolios, eq(portfolios.userId, users.id));
  return rows.map(({ id, portfolio, cases, openCases }) => ({
    id,
    portfolio: portfolio ?? 0,
    cases: cases ?? 0,
    openCases: openCases ?? 0,
  }));
};
