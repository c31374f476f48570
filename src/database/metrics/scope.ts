import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Instant } from '../../journey/instant.ts';
import type { CalendarUnit } from '../../journey/metrics/calendar.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { isOfVisible, isVisible, type Portfolio } from '../portfolios/visibility.ts';
import { customers } from '../schema/index.ts';

/** What numbers to compute: for a period, for all or some customers, as of `now`. */
export type Scope = {
  period: Period;
  now: Instant;
  /** The team’s, whose days and weeks they are. */
  timeZone: string;
  /** Within how many days of the invitation the team counts a customer as converted. */
  conversionDays: number;
  /** What the period is, or as much of it as has passed: it is compared with the calendar week, month or quarter before. */
  unit?: CalendarUnit | undefined;
  software?: string | undefined;
  accountManagerId?: string | undefined;
  /** The only customers that the person who asks may see. Null for all. */
  portfolio: Portfolio | null;
};

/** What decides on the rows to count, whatever the team’s settings are. */
export type Selection = Omit<Scope, 'timeZone' | 'conversionDays' | 'unit'>;

/** Which customers to count, apart from their software. */
export type OfCustomers = Pick<Scope, 'accountManagerId' | 'portfolio'>;

/** Whether a time lies in a period. */
export const within = (moment: SQLWrapper, { from, to }: Period): SQL =>
  sql`(${moment} >= ${from}::timestamptz and ${moment} < ${to}::timestamptz)`;

/**
 * Whether a row is in scope, judged by its own software column. Customers deleted since stay: an ended period’s numbers
 * never change.
 */
export const ofScope = (
  { software, accountManagerId, portfolio }: OfCustomers & Pick<Scope, 'software'>,
  softwareColumn: SQLWrapper,
): SQL | undefined =>
  and(
    isVisible(portfolio),
    software === undefined ? undefined : eq(softwareColumn, software),
    accountManagerId === undefined ? undefined : eq(customers.accountManagerId, accountManagerId),
  );

/**
 * The same for a row that names its customer. It doesn’t join customers: without a portfolio or an account manager, a
 * query of such rows needs none of them.
 */
export const isOfScope = (
  { software, accountManagerId, portfolio }: OfCustomers & Pick<Scope, 'software'>,
  row: { customerId: PgColumn; software: SQLWrapper },
): SQL | undefined => {
  const managed = sql`select ${customers.id} from ${customers} where ${customers.accountManagerId} = ${accountManagerId}`;
  return and(
    isOfVisible(portfolio, row.customerId),
    software === undefined ? undefined : eq(row.software, software),
    accountManagerId === undefined ? undefined : sql`${row.customerId} in (${managed})`,
  );
};

/** The number of rows that meet a condition, or of all rows. */
export const countOf = (condition?: SQL): SQL<number> =>
  (condition ? sql`count(*) filter (where ${condition})` : sql`count(*)`).mapWith(Number);

/**
 * The ISO week of a time in a time zone, such as `2026-W47`. It has a name, by which a query groups and orders: PostgreSQL
 * does not recognize an expression with parameters when it is repeated.
 */
export const isoWeekOf = (moment: SQLWrapper, timeZone: string): SQL.Aliased<string> =>
  sql<string>`to_char(${moment} at time zone ${timeZone}::text, 'IYYY-"W"IW')`.as('iso_week');

/** The date of a time in a time zone, such as `2026-11-26`. It has a name for the same reason. */
export const dayOf = (moment: SQLWrapper, timeZone: string): SQL.Aliased<string> =>
  sql<string>`to_char(${moment} at time zone ${timeZone}::text, 'YYYY-MM-DD')`.as('day');

/**
 * In milliseconds since 1970. Null without the moment. As a whole `float8`, because the `numeric` that `extract` yields
 * takes many times as long.
 */
export const epoch = (moment: SQLWrapper): SQL<number | null> =>
  sql<number | null>`round(date_part('epoch', ${moment}) * 1000)`;
