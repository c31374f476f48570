import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from '../columns.ts';
import { presenceKindEnum } from '../enums.ts';
import { sessions, users } from './people.ts';

/** Who is at which customer: a row for each tab that shows one. It goes with the session. */
export const presence = pgTable('presence', {
  /** The tab’s own. */
  id: uuid().primaryKey(),
  sessionId: text()
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  userId: text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  customerId: text().notNull(),
  kind: presenceKindEnum().notNull(),
  /** When the tab last said so. */
  seenAt: instantColumn().notNull(),
});

/** The cases that people were handed and moved on from, so that they get others first. */
export const skips = pgTable(
  'skips',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    customerId: text().notNull(),
    skippedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.customerId] })],
);

export type Presence = typeof presence.$inferSelect;
