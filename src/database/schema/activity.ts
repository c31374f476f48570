import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';

/** The log of who did what and when, written with each user’s action and never changed. */
export const activity = pgTable(
  'activity',
  {
    id: uuid().primaryKey(),
    at: instantColumn().notNull(),
    actorId: text().notNull(),
    /** What was done: `create`, `edit`, `delete`, or the name of an action such as `close`. */
    action: text().notNull(),
    resource: text().notNull(),
    recordId: text().notNull(),
    /** The customer concerned, if any. */
    customerId: text(),
    /** The changes as sent, without secrets. */
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('activity_by_time').on(table.at, table.id),
    index('activity_by_customer').on(table.customerId, table.at),
    index('activity_by_actor').on(table.actorId, table.at),
  ],
);

export type Activity = typeof activity.$inferSelect;
