import { sql } from 'drizzle-orm';
import { textArray } from '../../database/bulk.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { codatSettings, customers } from '../../database/schema/index.ts';
import { inOneTrip } from '../../database/transact.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import type { CodatClient } from '../client.ts';
import { CodatRefusal, CodatUnavailable } from '../errors.ts';
import { type CompanyFilter, type Described, matchesFilter } from './company-filter.ts';

type Ports = { database: Database; codat: Pick<CodatClient, 'companyAtDoor'> };

type Signal = { events: readonly JourneyEvent[] };

/** The company filter. Null if it lets everyone in. */
const loadFilter = async (database: Database | Transaction): Promise<CompanyFilter | null> => {
  const [filter] = await database.select().from(codatSettings).prepare('company_filter').execute();
  return filter && (filter.product !== null || filter.tags !== null) ? filter : null;
};

const customersAmong = async (
  database: Database | Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await database
    .select({ id: customers.id })
    .from(customers)
    .where(sql`${customers.id} = any(${textArray(ids)})`)
    .prepare('customers_among')
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/**
 * Judges signals by what they say about their companies: whether the company filter lets them in, or null if they don’t
 * tell. Customers stay, whatever it says.
 */
const judgeAll = async (
  database: Database | Transaction,
  signals: readonly Signal[],
): Promise<(signal: Signal) => boolean | null> => {
  const ids = signals.flatMap(({ events: [first] }) => first?.customerId ?? []);
  const [filter, known] = await inOneTrip([
    loadFilter(database),
    customersAmong(database, [...new Set(ids)]),
  ]);
  if (!filter) return () => true;
  return ({ events: [first] }) => {
    if (!first || known.has(first.customerId)) return true;
    return matchesFilter(filter, ('customer' in first.data && first.data.customer) || {});
  };
};

/** The signals that the company filter lets in for sure. */
export const certainlyAdmitted = async <T extends Signal>(
  database: Database | Transaction,
  signals: readonly T[],
): Promise<T[]> => {
  const judge = await judgeAll(database, signals);
  return signals.filter((signal) => judge(signal) === true);
};

const lookUp = async (codat: Ports['codat'], companyId: string): Promise<Described | null> => {
  try {
    const { tags, products } = await codat.companyAtDoor(companyId);
    return { tags: tags ?? {}, products: products ?? [] };
  } catch (error) {
    if (error instanceof CodatRefusal || error instanceof CodatUnavailable) return null;
    throw error;
  }
};

/** Whether the company filter lets a signal in. Null if the signal doesn’t tell. */
export const statedAdmission = async (
  database: Database | Transaction,
  events: readonly JourneyEvent[],
): Promise<boolean | null> => (await judgeAll(database, [{ events }]))({ events });

/** Whether the company filter lets a company in, as Codat describes it. */
export const admitsCompany = async (
  database: Database | Transaction,
  { tags, products }: Described,
): Promise<boolean> => {
  const filter = await loadFilter(database);
  return !filter || matchesFilter(filter, { tags: tags ?? {}, products: products ?? [] }) !== false;
};

/**
 * Whether the company filter lets a signal in, according to Codat. If Codat doesn’t know or can’t be reached, it does: an
 * extra customer is better than a missed one.
 */
export const lookedUpAdmission = async (
  { database, codat }: Ports,
  [first]: readonly JourneyEvent[],
): Promise<boolean> => {
  const filter = first && (await loadFilter(database));
  const company = filter && (await lookUp(codat, first.customerId));
  return !company || matchesFilter(filter, company) !== false;
};

/** Whether the company filter lets a signal in. Asks Codat if the signal doesn’t tell. */
export const isAdmitted = async (ports: Ports, events: readonly JourneyEvent[]): Promise<boolean> =>
  (await statedAdmission(ports.database, events)) ?? lookedUpAdmission(ports, events);
