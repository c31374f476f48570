import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Instant } from '../../journey/instant.ts';
import { instantColumn, keyWithin } from './columns.ts';
import { syncKindEnum, syncStateEnum } from './enums.ts';
import { users } from './team/people.ts';

/** What was left out of a company, or why none of it could be used. */
export type SyncRemark = { companyId: string; name: string; problem: string };

/** Syncs with Codat: their progress, from which they resume, and their results. */
export const syncs = pgTable(
  'syncs',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: syncKindEnum().notNull(),
    state: syncStateEnum().notNull().default('running'),
    startedAt: instantColumn().notNull(),
    finishedAt: instantColumn(),
    /** Pages read, and their total according to the last one. */
    page: integer().notNull().default(0),
    pages: integer(),
    /** Companies read, and their total. */
    companies: integer().notNull().default(0),
    totalCompanies: integer(),
    /** New events that no webhook had reported. */
    changed: integer().notNull().default(0),
    /** Companies excluded by the filter, and those that Codat described in an unknown form. */
    leftOut: integer().notNull().default(0),
    notUnderstood: integer().notNull().default(0),
    /** What was odd about companies: the first of them, by name. */
    remarks: jsonb().$type<SyncRemark[]>().notNull().default([]),
    /** Whether a person confirmed that many customers’ companies are gone. */
    deletionsConfirmed: boolean().notNull().default(false),
    /** Customers whose companies seem to be gone, but too many to believe it without a confirmation. */
    missing: integer().notNull().default(0),
    requests: integer().notNull().default(0),
    /** API requests left today. */
    quotaRemaining: integer(),
    /** When it resumes, while Codat asks for a pause or can’t be reached. */
    waitUntil: instantColumn(),
    /** Why it waits or failed. */
    problem: text(),
  },
  (table) => [index('syncs_by_time').on(table.startedAt)],
);

/** When a full sync last saw each company. One that is no longer seen was deleted in Codat. */
export const sightings = pgTable('sightings', {
  customerId: text().primaryKey(),
  seenAt: instantColumn().notNull(),
});

/** What a check found, in words, and when it happened. */
export type Finding = { text: string; at: Instant };

/** The last check of each customer’s company that a person asked for. */
export const codatChecks = pgTable(
  'codat_checks',
  {
    id: uuid().notNull().defaultRandom(),
    customerId: text().notNull().unique(),
    state: text({ enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
    requestedById: text().notNull(),
    requestedAt: instantColumn().notNull(),
    /** When Codat last answered. Null if it never did. */
    checkedAt: instantColumn(),
    /** What it answered then, in a sentence, and what was new. */
    summary: text(),
    changes: jsonb().$type<Finding[]>().notNull().default([]),
    /** Why the check waits or failed, with what Codat’s support finds it by. */
    problem: text(),
    correlationId: text(),
  },
  (table) => [keyWithin(table)],
);

/** The company filter, which decides which of Codat’s companies become customers. A single row. */
export const codatSettings = pgTable('codat_settings', {
  id: text().primaryKey(),
  /** The product that a company must have. Null for any. */
  product: text(),
  /** A condition on tags in Codat’s query syntax. Null for none. */
  tags: text(),
});

/** Which colleague each user of Codat’s Portal who owns companies stands for. */
export const codatOwners = pgTable('codat_owners', {
  /** The user’s id in Codat. */
  id: text().primaryKey(),
  personId: text().references(() => users.id, { onDelete: 'set null' }),
});

export type CodatCheck = typeof codatChecks.$inferSelect;
export type Sync = typeof syncs.$inferSelect;
export type CodatSettings = typeof codatSettings.$inferSelect;
