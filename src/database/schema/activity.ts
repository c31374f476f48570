import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ACTOR_KINDS } from '../../common/activity.ts';
import { instantColumn } from './columns.ts';

/** The log of who did what and when, written with each action and never changed: `append_only` guards it. */
export const activity = pgTable(
  'activity',
  {
    id: uuid().primaryKey(),
    at: instantColumn().notNull(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull().default('person'),
    /** The person’s ID. Null for the system and for strangers. */
    actorId: text(),
    /** Where the request came from. Null if there was none, or if its address has no meaning. */
    address: text(),
    /** What was done: `create`, `edit`, `delete`, or the name of an action such as `close`. */
    action: text().notNull(),
    resource: text().notNull(),
    recordId: text().notNull(),
    /** The customer concerned, if any. */
    customerId: text(),
    /** What was done in detail, and the new values. Without secrets. */
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The earlier values of what was changed or deleted. Null if there were none. */
    before: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [
    index('activity_by_time').on(table.at, table.id),
    index('activity_by_customer').on(table.customerId, table.at),
    index('activity_by_actor').on(table.actorId, table.at),
    index('activity_by_resource').on(table.resource, table.action, table.at),
  ],
);

export type Activity = typeof activity.$inferSelect;
