import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
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
    /** Why it wasn’t understood or failed. */
    problem: text(),
    body: text().notNull(),
  },
  (table) => [
    index('deliveries_by_time').on(table.receivedAt, table.id),
    index('deliveries_by_state').on(table.state, table.receivedAt),
  ],
);

/** Counts of rejected deliveries by reason. Nothing else of them is stored, because their sender is unknown. */
export const rejections = pgTable('rejections', {
  reason: text().primaryKey(),
  count: integer().notNull(),
  lastAt: instantColumn().notNull(),
});

export type Delivery = typeof deliveries.$inferSelect;
