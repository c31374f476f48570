import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { deliveryStateEnum } from './enums.ts';

/** Every webhook delivery whose signature was right, understood or not. */
export const deliveries = pgTable(
  'deliveries',
  {
    /** The `webhook-id`, which stays the same when a delivery is repeated. */
    id: text().primaryKey(),
    receivedAt: instantColumn().notNull(),
    state: deliveryStateEnum().notNull(),
    eventType: text(),
    customerId: text(),
    /** Why it was not understood, or what failed. */
    problem: text(),
    body: text().notNull(),
  },
  (table) => [
    index('deliveries_by_time').on(table.receivedAt, table.id),
    index('deliveries_by_state').on(table.state, table.receivedAt),
  ],
);

/** Deliveries turned away, counted by cause. Nothing else of them is kept: their sender is unknown. */
export const rejections = pgTable('rejections', {
  reason: text().primaryKey(),
  count: integer().notNull(),
  lastAt: instantColumn().notNull(),
});

export type Delivery = typeof deliveries.$inferSelect;
