import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instantColumn, keyWithin } from './columns.ts';

/** Customers’ cases that were raised with Codat’s support, each with the reference of Codat’s ticket. */
export const raisedCases = pgTable(
  'raised_cases',
  {
    id: uuid().notNull().defaultRandom(),
    customerId: text().notNull(),
    /** The customer’s connection and software at the time. */
    connectionId: text(),
    software: text(),
    /** Null until Codat has named one. */
    reference: text(),
    /** What was sent to Codat. */
    text: text().notNull(),
    raisedById: text().notNull(),
    raisedAt: instantColumn().notNull(),
    state: text({ enum: ['open', 'resolved'] })
      .notNull()
      .default('open'),
    resolvedById: text(),
    resolvedAt: instantColumn(),
    /** How it was resolved. */
    note: text(),
  },
  (table) => [
    keyWithin(table),
    index('raised_cases_by_customer').on(table.customerId, table.raisedAt),
    index('raised_cases_by_state').on(table.state, table.raisedAt, table.id),
    // What is new about a case belongs into the ticket that is open.
    uniqueIndex('raised_cases_open').on(table.customerId).where(sql`${table.state} = 'open'`),
  ],
);
