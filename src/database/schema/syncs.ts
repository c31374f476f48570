import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { syncKindEnum, syncStateEnum } from './enums.ts';

/** Each reading of Codat's companies: how far it got, so that it resumes there, and what came of it. */
export const syncs = pgTable(
  'syncs',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: syncKindEnum().notNull(),
    state: syncStateEnum().notNull().default('running'),
    startedAt: instantColumn().notNull(),
    finishedAt: instantColumn(),
    /** Pages read, and how many there are as of the last one. */
    page: integer().notNull().default(0),
    pages: integer(),
    /** Companies read, and how many there are. */
    companies: integer().notNull().default(0),
    totalCompanies: integer(),
    /** Events found that no webhook had told of. */
    changed: integer().notNull().default(0),
    /** Companies that the settings leave out, and those whose description was not understood. */
    leftOut: integer().notNull().default(0),
    notUnderstood: integer().notNull().default(0),
    requests: integer().notNull().default(0),
    /** Requests that Codat still allows today. */
    quotaRemaining: integer(),
    /** When it goes on, while Codat asks for a pause or can't be reached. */
    waitUntil: instantColumn(),
    /** What keeps it waiting, or made it fail. */
    problem: text(),
  },
  (table) => [index('syncs_by_time').on(table.startedAt)],
);

/** When a full sync last saw a company: one that is no longer seen was deleted at Codat. */
export const sightings = pgTable('sightings', {
  customerId: text().primaryKey(),
  seenAt: instantColumn().notNull(),
});

/** Which of Codat's companies are customers here; a single row. */
export const codatSettings = pgTable('codat_settings', {
  id: text().primaryKey(),
  /** A company must have this product; null for any. */
  product: text(),
  /** A condition on tags in Codat's query language; null for none. */
  tags: text(),
});

export type Sync = typeof syncs.$inferSelect;
export type CodatSettings = typeof codatSettings.$inferSelect;
