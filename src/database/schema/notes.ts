import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn, keyWithin } from './columns.ts';
import { callOutcomeEnum, noteKindEnum } from './enums.ts';

/** Colleagues’ notes on customers and on calls. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().notNull().defaultRandom(),
    customerId: text().notNull(),
    authorId: text().notNull(),
    kind: noteKindEnum().notNull().default('note'),
    /** The outcome of a call. Null for a note. */
    outcome: callOutcomeEnum(),
    text: text().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [keyWithin(table), index('notes_by_customer').on(table.customerId, table.createdAt)],
);
