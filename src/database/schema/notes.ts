import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { callOutcomeEnum, noteKindEnum } from './enums.ts';

/** What a colleague wrote about a customer, or noted of a call. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: text().notNull(),
    authorId: text().notNull(),
    kind: noteKindEnum().notNull().default('note'),
    /** What came of a call; null for a note. */
    outcome: callOutcomeEnum(),
    text: text().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [index('notes_by_customer').on(table.customerId, table.createdAt)],
);

export type Note = typeof notes.$inferSelect;
