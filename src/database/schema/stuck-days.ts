import { date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { stuckReasonEnum } from './enums.ts';

/** The days, of the team’s time zone, at whose start Unstuck counted who was stuck. */
export const stuckDays = pgTable('stuck_days', {
  day: date().primaryKey(),
  /** When it counted: at midnight, or once a server ran again. */
  at: instantColumn().notNull(),
});

/** How many customers were stuck then, by account manager, software and reason. None of nobody. */
export const stuckCounts = pgTable(
  'stuck_counts',
  {
    day: date()
      .notNull()
      .references(() => stuckDays.day, { onDelete: 'cascade' }),
    accountManagerId: text(),
    software: text(),
    stuckReason: stuckReasonEnum().notNull(),
    count: integer().notNull(),
  },
  (table) => [index('stuck_counts_by_day').on(table.day, table.accountManagerId)],
);

export type StuckCount = typeof stuckCounts.$inferSelect;
