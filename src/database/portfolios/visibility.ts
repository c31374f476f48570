import { eq, is, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { Role } from '../../common/permissions.ts';
import type { Database, Transaction } from '../database.ts';
import { customers, type WorkspaceSettings } from '../schema/index.ts';
import { loadWorkspace } from '../settings.ts';

/** The customers of an account manager who sees no others, and whether those without an account manager count. */
export type Portfolio = { managerId: string; unassigned: boolean };

type Settings = Pick<WorkspaceSettings, 'managersSeeOwn' | 'unassignedVisibleTo'>;

/** The portfolio that is all the person sees. Null for somebody who sees every customer. */
export const portfolioOf = (
  { id, role }: { id: string; role: Role },
  { managersSeeOwn, unassignedVisibleTo }: Settings,
): Portfolio | null =>
  role === 'manager' && managersSeeOwn
    ? { managerId: id, unassigned: unassignedVisibleTo === 'all' }
    : null;

/** The same, by today’s settings. */
export const loadPortfolio = async (
  database: Database | Transaction,
  person: { id: string; role: Role },
): Promise<Portfolio | null> =>
  person.role === 'manager' ? portfolioOf(person, await loadWorkspace(database)) : null;

/** Whether a customer with this account manager is in the portfolio. */
export const covers = (
  { managerId, unassigned }: Portfolio,
  accountManagerId: string | null,
): boolean => accountManagerId === managerId || (unassigned && accountManagerId === null);

/** The same in a query: whether a row of the customers’ table, or of numbers by account manager, is in the portfolio. */
export const isVisible = (
  portfolio: Portfolio | null,
  accountManagerId: PgColumn = customers.accountManagerId,
): SQL | undefined => {
  if (!portfolio) return undefined;
  const own = eq(accountManagerId, portfolio.managerId);
  return portfolio.unassigned ? or(own, isNull(accountManagerId)) : own;
};

/**
 * Whether a row that names its customer is of one in the portfolio, or of no customer. This file alone decides
 * who sees which customers.
 */
export const isOfVisible = (
  portfolio: Portfolio | null,
  customerId: SQLWrapper,
): SQL | undefined => {
  if (!portfolio || customerId === customers.id) return isVisible(portfolio);
  const ofVisible = sql`${customerId} in (select ${customers.id} from ${customers} where ${isVisible(portfolio)})`;
  const always = is(customerId, PgColumn) && customerId.notNull;
  return always ? ofVisible : or(isNull(customerId), ofVisible);
};
