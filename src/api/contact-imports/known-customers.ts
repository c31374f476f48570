import { and, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { textArray } from '../../database/bulk.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { isVisible, type Portfolio } from '../../database/portfolios/visibility.ts';
import { isKept } from '../../database/privacy/erased.ts';
import { alphabetical } from '../../database/schema/columns.ts';
import { type Customer, customers } from '../../database/schema/index.ts';
import type { WithContacts } from '../../journey/contacts.ts';
import type { Given } from './read-file.ts';

export type Known = Pick<Customer, 'id' | 'name' | 'deletedAt' | 'accountManagerId'> & WithContacts;

export type KnownCustomers = {
  byId: ReadonlyMap<string, Known>;
  byName: ReadonlyMap<string, readonly Known[]>;
};

const selectKnown = (
  database: Database | Transaction,
  portfolio: Portfolio | null,
  where: SQL | undefined,
): Promise<Known[]> => {
  const { id, name, deletedAt, accountManagerId } = customers;
  const { contactName, contactEmail, contactPhone, contacts } = customers;
  const columns = { id, name, deletedAt, accountManagerId };
  return database
    .select({ ...columns, contactName, contactEmail, contactPhone, contacts })
    .from(customers)
    .where(and(where, isVisible(portfolio), isKept(customers.id)));
};

const isOneOf = (column: SQLWrapper, values: string[]): SQL =>
  sql`${column} = any(${textArray([...new Set(values)])})`;

/** Those of the customers that are in the portfolio, with their contacts, by ID. */
export const loadById = async (
  database: Database | Transaction,
  portfolio: Portfolio | null,
  ids: string[],
): Promise<Map<string, Known>> => {
  const rows = await selectKnown(database, portfolio, isOneOf(customers.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

/** The customers that the lines of a file refer to, by ID or by exact name, as far as they are in the portfolio. */
export const loadReferenced = async (
  database: Database,
  portfolio: Portfolio | null,
  given: readonly Given[],
): Promise<KnownCustomers> => {
  const names = given.filter(({ id }) => id === '').map(({ customer }) => customer);
  const byId = await loadById(
    database,
    portfolio,
    given.map(({ id }) => id),
  );
  const named = await selectKnown(
    database,
    portfolio,
    // As in the index.
    and(isOneOf(alphabetical(customers.name), names), isNull(customers.deletedAt)),
  );
  return { byId, byName: Map.groupBy(named, ({ name }) => name) };
};
