import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';
import { contactRoleEnum, emailStateEnum, emailTemplateEnum } from './enums.ts';

/** Every e-mail as it goes out, written once: what the customer reads is what is kept here. */
export const emails = pgTable(
  'emails',
  {
    id: uuid().primaryKey(),
    customerId: text().notNull(),
    journeyId: text().notNull(),
    template: emailTemplateEnum().notNull(),
    /** `kept` where no SMTP is configured: it waits in the Outbox. */
    state: emailStateEnum().notNull(),
    toName: text(),
    toEmail: text().notNull(),
    /** What the recipient is to us; null for an address typed in by hand. */
    toRole: contactRoleEnum(),
    /** The colleague who sends it; answers go to them. */
    createdById: text().notNull(),
    replyTo: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** A few words of the colleague's own to the customer. */
    note: text(),
    /** The tracked link it carries. */
    linkId: uuid(),
    createdAt: instantColumn().notNull(),
    sentAt: instantColumn(),
    failedAttempts: integer().notNull().default(0),
    nextAttemptAt: instantColumn(),
    /** What the mail server said last. */
    problem: text(),
    /** By which a repeated request of the same person is recognized. */
    idempotencyKey: text(),
  },
  (table) => [
    index('emails_by_customer').on(table.customerId, table.template, table.createdAt),
    index('emails_by_time').on(table.createdAt, table.id),
    index('emails_by_state').on(table.state, table.createdAt),
    uniqueIndex('emails_once').on(table.createdById, table.idempotencyKey),
  ],
);

/** The words of each e-mail, which administrators may change: Markdown with named placeholders. */
export const emailTemplates = pgTable('email_templates', {
  id: emailTemplateEnum().primaryKey(),
  subject: text().notNull(),
  body: text().notNull(),
  /** Null as long as these are the words that came with this version. */
  changedAt: instantColumn(),
  changedById: text(),
});

export type Email = typeof emails.$inferSelect;
