import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instantColumn, keyWithin } from './columns.ts';

/** Tracked links. Each click leads to a fresh Link URL, so they never go stale in an inbox. */
export const links = pgTable(
  'links',
  {
    id: uuid().notNull(),
    /** 128 random bits that grant access to the link. Never logged. */
    token: text().notNull(),
    customerId: text().notNull(),
    /** The email that contains it. Null for a link to copy. */
    emailId: uuid(),
    createdById: text().notNull(),
    createdAt: instantColumn().notNull(),
    revokedAt: instantColumn(),
    /** How often its button was clicked. */
    openings: integer().notNull().default(0),
    lastOpenedAt: instantColumn(),
  },
  (table) => [
    keyWithin(table),
    uniqueIndex('links_by_token').on(table.token, table.customerId),
    index('links_by_customer').on(table.customerId, table.createdAt),
  ],
);

export type Link = typeof links.$inferSelect;
