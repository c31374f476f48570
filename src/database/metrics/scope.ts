import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { customers } from '../schema/index.ts';

/** What numbers are asked for: of a period, of all customers or of some, as things stand at `now`. */
export type Scope = {
  period: Period;
  now: Instant;
  software?: string | undefined;
  accountManagerId?: string | undefined;
};

/** Whether a moment lies in a period. */
export const within = (moment: SQLWrapper, { from, to }: Period): SQL =>
  sql`(${moment} >= ${from}::timestamptz and ${moment} < ${to}::timestamptz)`;

/** The customers who are asked about, by the software of what is counted; those who were deleted never are. */
export const ofScope = (
  { software, accountManagerId }: Pick<Scope, 'software' | 'accountManagerId'>,
  softwareColumn: SQLWrapper,
): SQL | undefined =>
  and(
    isNull(customers.deletedAt),
    software === undefined ? undefined : eq(softwareColumn, software),
    accountManagerId === undefined ? undefined : eq(customers.accountManagerId, accountManagerId),
  );

/** How many rows meet a condition, or how many there are. */
export const countOf = (condition?: SQL): SQL<number> =>
  (condition ? sql`count(*) filter (where ${condition})` : sql`count(*)`).mapWith(Number);

/** The ISO week, in UTC, that a moment lies in, such as `2026-W47`. */
export const isoWeekOf = (moment: SQLWrapper): SQL<string> =>
  sql<string>`to_char(${moment} at time zone 'UTC', 'IYYY-"W"IW')`;

/** Hours from one moment to another. */
export const hoursBetween = (start: SQLWrapper, end: SQLWrapper): SQL =>
  sql`(extract(epoch from ${end} - ${start})::float8 / 3600)`;

/** What so large a part of the values does not exceed, interpolated between neighbours; null of none. */
export const percentileOf = (part: number, values: SQL): SQL<number | null> =>
  sql`percentile_cont(${part}::float8) within group (order by ${values})`.mapWith(Number);
