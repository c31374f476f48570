import { isNotNull } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { deliveryStateEnum } from './enums.ts';

/** All webhook deliveries with a valid signature, understood or not. */
export const deliveries = pgTable(
  'deliveries',
  {
    /** The `webhook-id`, which is the same for repeated deliveries. */
    id: text().primaryKey(),
    receivedAt: instantColumn().notNull(),
    state: deliveryStateEnum().notNull(),
    eventType: text(),
    customerId: text(),
    /** Why it wasn’t understood, waits or failed, or what was left out of it. */
    problem: text(),
    /** How many times in a row processing failed with this problem. */
    failures: smallint().notNull().default(0),
    /** As received. Null once it expired or was erased. */
    body: text(),
    /** Which of the secrets signed it: its id. Null if that wasn’t recorded. */
    signedWith: text(),
  },
  (table) => [
    index('deliveries_by_time').on(table.receivedAt, table.id),
    index('deliveries_by_state').on(table.state, table.receivedAt),
    index('deliveries_with_body').on(table.receivedAt).where(isNotNull(table.body)),
  ],
);

/**
 * Counts of rejected deliveries by reason, since the last day without any. Nothing else of them is stored, because
 * their sender is unknown.
 */
export const rejections = pgTable('rejections', {
  reason: text().primaryKey(),
  count: integer().notNull(),
  since: instantColumn().notNull(),
  lastAt: instantColumn().notNull(),
});

export type Rejection = typeof rejections.$inferSelect;
export type Delivery = typeof deliveries.$inferSelect;
