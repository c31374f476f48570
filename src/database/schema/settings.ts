import { boolean, integer, jsonb, pgTable, real, text } from 'drizzle-orm/pg-core';
import { complexityEnum, stuckReasonEnum } from './enums.ts';

/** The software customers connect: our knowledge of it, and the complexity a team may adjust. */
export const software = pgTable('software', {
  /** Codat's integration key, four letters. */
  id: text().primaryKey(),
  name: text().notNull(),
  guideUrl: text(),
  signIn: text(),
  onPremise: boolean().notNull(),
  complexity: complexityEnum().notNull(),
  fileUpload: boolean().notNull(),
  tags: jsonb().$type<string[]>().notNull(),
  ready: jsonb().$type<string[]>().notNull(),
  /** Whether customers may choose it, and its logo, as Codat says; null until Codat was asked. */
  enabled: boolean(),
  logoUrl: text(),
});

/** How long a journey may rest before it is stuck, for each reason. */
export const stuckRules = pgTable('stuck_rules', {
  id: stuckReasonEnum().primaryKey(),
  hours: real().notNull(),
  /** In place of `hours` for on-premise software; null where the rule makes no difference. */
  onPremiseHours: real(),
});

export type Software = typeof software.$inferSelect;
export type StuckRule = typeof stuckRules.$inferSelect;

/** What this installation made for itself at its first start. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Who customers hear from, and how long a link we sent works; a single row. */
export const workspaceSettings = pgTable('workspace_settings', {
  id: text().primaryKey(),
  /** The name that e-mails and the customers' pages carry. */
  senderName: text().notNull(),
  supportEmail: text(),
  supportPhone: text(),
  /** Null for links that never expire. */
  linkDays: integer(),
});

export type WorkspaceSettings = typeof workspaceSettings.$inferSelect;
