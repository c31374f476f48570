import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instantColumn } from '../columns.ts';

/**
 * What each customer’s attempts with an app came to, so that numbers needn’t read all attempts of each. Leaves out
 * journeys that should never have begun. Follows from `attempts` and `journeys`.
 */
export const firstAttempts = pgTable(
  'first_attempts',
  {
    customerId: text().notNull(),
    software: text().notNull(),
    /** When the first of them began. */
    startedAt: instantColumn().notNull(),
    /** When the first that ended for a reason of theirs did. Null if none did, or at an unknown time. */
    endedAt: instantColumn(),
    failedFirst: boolean().notNull(),
    /** Of the first approval whose time is known. */
    approvedAt: instantColumn(),
    /** Whether an approval at an unknown time came before any other. */
    isUntimed: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.software] }),
    index('first_attempts_by_end')
      .on(table.endedAt, table.software, table.failedFirst, table.customerId)
      .where(sql`${table.endedAt} is not null`),
    index('first_attempts_by_start').on(
      table.startedAt,
      table.software,
      table.approvedAt,
      table.isUntimed,
      table.customerId,
    ),
  ],
);

export type FirstAttemptRow = typeof firstAttempts.$inferSelect;
