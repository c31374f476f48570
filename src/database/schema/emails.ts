import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instantColumn, keyWithin } from './columns.ts';
import { contactRoleEnum, emailStateEnum, emailTemplateEnum } from './enums.ts';

/** Emails as sent, rendered once: what is stored here is exactly what the customer reads. */
export const emails = pgTable(
  'emails',
  {
    id: uuid().notNull(),
    customerId: text().notNull(),
    journeyId: text().notNull(),
    template: emailTemplateEnum().notNull(),
    /** `kept` when SMTP isn’t configured: it waits in the Outbox. */
    state: emailStateEnum().notNull(),
    toName: text(),
    toEmail: text().notNull(),
    /** The recipient’s role as a contact. Null for a custom address. */
    toRole: contactRoleEnum(),
    /** The colleague who sends it and gets the replies. */
    createdById: text().notNull(),
    replyTo: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    /** The colleague’s personal note. */
    note: text(),
    /** Whether it was sent to many customers at once. */
    bulk: boolean().notNull().default(false),
    /** The tracked link in it. */
    linkId: uuid(),
    createdAt: instantColumn().notNull(),
    sentAt: instantColumn(),
    failedAttempts: integer().notNull().default(0),
    nextAttemptAt: instantColumn(),
    /** The mail server’s last error. */
    problem: text(),
    /** Identifies repeated requests of the same user. */
    idempotencyKey: text(),
  },
  (table) => [
    keyWithin(table),
    index('emails_by_customer').on(table.customerId, table.template, table.createdAt),
    index('emails_by_time').on(table.createdAt, table.id),
    index('emails_by_state').on(table.state, table.createdAt),
    index('emails_by_author').on(table.createdById, table.createdAt),
    uniqueIndex('emails_once').on(table.createdById, table.idempotencyKey, table.customerId),
  ],
);

/** Email templates: Markdown with named placeholders. Administrators can edit them. */
export const emailTemplates = pgTable('email_templates', {
  id: emailTemplateEnum().primaryKey(),
  subject: text().notNull(),
  body: text().notNull(),
  /** Null for a default template. */
  changedAt: instantColumn(),
  changedById: text(),
});

export type Email = typeof emails.$inferSelect;
