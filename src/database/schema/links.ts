import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';

/** Tracked links: ours, which lead to a fresh Link URL at each click and so never go stale in an inbox. */
export const links = pgTable(
  'links',
  {
    id: uuid().primaryKey(),
    /** 128 random bits; whoever knows it may open the link. In no log. */
    token: text().notNull().unique(),
    customerId: text().notNull(),
    /** The e-mail it went out in; null for the one that is copied by hand. */
    emailId: uuid(),
    createdById: text().notNull(),
    createdAt: instantColumn().notNull(),
    revokedAt: instantColumn(),
    /** How often its button was pressed. */
    openings: integer().notNull().default(0),
    lastOpenedAt: instantColumn(),
  },
  (table) => [index('links_by_customer').on(table.customerId, table.createdAt)],
);

export type Link = typeof links.$inferSelect;
