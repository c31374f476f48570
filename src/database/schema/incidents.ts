import { sql } from 'drizzle-orm';
import { index, integer, pgTable, real, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';

/** Software that failed for more customers than usual, from when until when, and who looks into it. */
export const incidents = pgTable(
  'incidents',
  {
    id: uuid().primaryKey().defaultRandom(),
    software: text().notNull(),
    startedAt: instantColumn().notNull(),
    detectedAt: instantColumn().notNull(),
    /** When nothing was unusual any more. Null while it lasts. */
    endedAt: instantColumn(),
    /** The share that usually fails, as estimated, and the customers of the weeks before who failed, of how many. */
    usualShare: real().notNull(),
    usualFailed: integer().notNull(),
    usualOf: integer().notNull(),
    ownerId: text(),
    note: text(),
    /** When a colleague closed it, for as long as it lasts: nobody is warned of it any more. */
    closedAt: instantColumn(),
    closedById: text(),
  },
  (table) => [
    uniqueIndex('incidents_once').on(table.software).where(sql`${table.endedAt} is null`),
    index('incidents_by_start').on(table.startedAt, table.id),
  ],
);

export type Incident = typeof incidents.$inferSelect;
