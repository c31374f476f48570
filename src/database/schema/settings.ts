import { boolean, integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core';
import { DEFAULT_CALENDAR } from '../../journey/clock/working-time.ts';
import { instantColumn } from './columns.ts';
import { complexityEnum, stuckReasonEnum } from './enums.ts';

/** Accounting software: our knowledge of it, with the complexity and the mode that a team can change. */
export const software = pgTable('software', {
  /** Codat's integration key, four letters. */
  id: text().primaryKey(),
  name: text().notNull(),
  guideUrl: text(),
  signIn: text(),
  onPremise: boolean().notNull(),
  complexity: complexityEnum().notNull(),
  fileUpload: boolean().notNull(),
  /** Set to read data once in Codat, which then ends access by itself. */
  oneTime: boolean().notNull().default(false),
  tags: jsonb().$type<string[]>().notNull(),
  ready: jsonb().$type<string[]>().notNull(),
  /** Whether customers can choose it, and its logo, according to Codat. Null until the first full sync. */
  enabled: boolean(),
  logoUrl: text(),
});

/** How long a journey may rest before it counts as stuck, by reason. */
export const stuckRules = pgTable('stuck_rules', {
  id: stuckReasonEnum().primaryKey(),
  hours: real().notNull(),
  /** Replaces `hours` for on-premise software. Null when `hours` applies to both. */
  onPremiseHours: real(),
  /** Whether the hours are of the team’s working time. */
  workingTime: boolean().notNull().default(false),
});

/** How far the last change of thresholds has reached customers. A single row, from the first change on. */
export const recalculations = pgTable('recalculations', {
  id: text().primaryKey(),
  requestedAt: instantColumn().notNull(),
  /** Of this many customers, so many were looked at. */
  total: integer().notNull(),
  done: integer().notNull(),
  finishedAt: instantColumn(),
});

export type Software = typeof software.$inferSelect;

/** Values that the installation generated at its first start. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** How customers see us, how long links are valid, who sees which customers, and when we work. A single row. */
export const workspaceSettings = pgTable('workspace_settings', {
  id: text().primaryKey(),
  /** The company name in emails and on customer pages. */
  senderName: text().notNull(),
  supportEmail: text(),
  supportPhone: text(),
  /** Null for links that never expire. */
  linkDays: integer(),
  /** Within how many days of the invitation a customer has to connect to count as converted. */
  conversionDays: integer().notNull().default(14),
  /** Whether account managers see only the customers they are the account manager of. */
  managersSeeOwn: boolean().notNull().default(false),
  /** Who sees customers without an account manager then: everybody, or only agents and administrators. */
  unassignedVisibleTo: text({ enum: ['all', 'agents'] })
    .notNull()
    .default('all'),
  timeZone: text().notNull().default(DEFAULT_CALENDAR.timeZone),
  /** From 1 for Monday to 7 for Sunday. */
  workingDays: jsonb().$type<number[]>().notNull().default(DEFAULT_CALENDAR.workingDays),
  /** Such as `09:00`, and `24:00` for midnight. */
  workingFrom: text().notNull().default(DEFAULT_CALENDAR.workingFrom),
  workingTo: text().notNull().default(DEFAULT_CALENDAR.workingTo),
  /** Such as `2026-12-25`. */
  holidays: jsonb().$type<string[]>().notNull().default(DEFAULT_CALENDAR.holidays),
});

export type WorkspaceSettings = typeof workspaceSettings.$inferSelect;
