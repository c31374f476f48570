import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { customType, type PgColumn, primaryKey } from 'drizzle-orm/pg-core';
import { type Instant, toInstant } from '../../journey/instant.ts';

/** A time with millisecond precision, read and written as ISO 8601 text in UTC. */
export const instantColumn = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: toInstant,
});

/**
 * The primary key of what belongs to a customer. A database of many machines keeps all of a customer on one of them, and
 * each machine can only see to it that a key with the customer in it is unique. The id comes first, to find rows by it.
 */
export const keyWithin = ({ id, customerId }: { id: PgColumn; customerId: PgColumn }) =>
  primaryKey({ columns: [id, customerId] });

/**
 * Text that sorts and compares as in a dictionary, not by bytes, and numbers within it by their value: “apple”, “Éclair”,
 * “Shop 2”, “Shop 10”, “Zebra”. A migration creates the collation from the Unicode default, which every PostgreSQL built
 * with ICU and PGlite have: https://www.postgresql.org/docs/current/collation.html
 */
export const alphabetical = (text: SQLWrapper): SQL => sql`${text} collate "dictionary"`;
