import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  ALERT_CHANNELS,
  ALERT_KINDS,
  DIGEST_FREQUENCIES,
  MESSAGE_EVENTS,
} from '../../../common/alerts.ts';
import { instantColumn } from '../columns.ts';
import { emailStateEnum } from '../enums.ts';
import { users } from './people.ts';

/** What the team wants to be told, and where. */
export const alerts = pgTable('alerts', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ALERT_KINDS }).notNull(),
  channel: text({ enum: ALERT_CHANNELS }).notNull(),
  /** The address, with the channel `email`. */
  to: text(),
  /** A secret: everybody who knows it can write into the chat. */
  webhookUrl: text(),
  /** Only this person’s customers, and only this software. Null for all. */
  accountManagerId: text(),
  software: text(),
  /** How long a case may stay untouched, or Codat silent. Null where it has no meaning. */
  hours: integer(),
  enabled: boolean().notNull().default(true),
  createdAt: instantColumn().notNull(),
  createdById: text().notNull(),
  /** When it was last looked whether there is anything to tell. Null after a change. */
  checkedAt: instantColumn(),
});

/** What alerts found, for each recipient: from when until when, and the messages that told it. Nothing is told twice. */
export const alertIncidents = pgTable(
  'alert_incidents',
  {
    id: uuid().primaryKey(),
    alertId: uuid()
      .notNull()
      .references(() => alerts.id, { onDelete: 'cascade' }),
    /** The person’s id, the address, or `webhook`. */
    recipient: text().notNull(),
    /** What it is about: the id of software, a customer or an email, or a word for all of them. */
    subject: text().notNull(),
    customerId: text(),
    /** Its name. Null for a customer, whose name is looked up. */
    label: text(),
    reason: text().notNull(),
    /** Where it is in the dashboard. */
    path: text().notNull(),
    startedAt: instantColumn().notNull(),
    lastSeenAt: instantColumn().notNull(),
    endedAt: instantColumn(),
    openedIn: uuid().notNull(),
    /** Null while it lasts, and if nobody was told that it is over. */
    overIn: uuid(),
  },
  (table) => [
    uniqueIndex('alert_incidents_once')
      .on(table.alertId, table.recipient, table.subject)
      .where(sql`ended_at is null`),
    index('alert_incidents_by_opening').on(table.openedIn),
    index('alert_incidents_by_end').on(table.overIn),
    index('alert_incidents_by_customer').on(table.customerId),
  ],
);

/** Messages to the team: alerts and digests, with how sending them went. */
export const alertMessages = pgTable(
  'alert_messages',
  {
    id: uuid().primaryKey(),
    /** Null for a digest, and once the alert is deleted. */
    alertId: uuid().references(() => alerts.id, { onDelete: 'set null' }),
    event: text({ enum: MESSAGE_EVENTS }).notNull(),
    /** The person or the address that gets it. Both are null for a webhook. */
    userId: text(),
    address: text(),
    /** Says what it tells, without the names of customers. */
    title: text().notNull(),
    /** The start of the time that a digest is about, and the day that it is for. */
    since: instantColumn(),
    day: text(),
    /** `kept` when SMTP isn’t configured. */
    state: emailStateEnum().notNull(),
    createdAt: instantColumn().notNull(),
    sentAt: instantColumn(),
    failedAttempts: integer().notNull().default(0),
    nextAttemptAt: instantColumn(),
    /** What the mail server or the receiver of the webhook said last. */
    problem: text(),
  },
  (table) => [
    index('alert_messages_by_time').on(table.createdAt, table.id),
    uniqueIndex('alert_messages_once').on(table.userId, table.day),
  ],
);

/** When people get a digest of their customers. Without a row, never. */
export const digestSettings = pgTable('digest_settings', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  frequency: text({ enum: DIGEST_FREQUENCIES }).notNull(),
  /** From 1 for Monday, for weekly digests. */
  weekday: smallint().notNull(),
  /** From 0 to 23, in the time zone. */
  hour: smallint().notNull(),
  timeZone: text().notNull(),
  /** Null when it is off. */
  nextAt: instantColumn(),
  /** When the last one was due: the next tells what happened since. */
  lastAt: instantColumn(),
});

export type Alert = typeof alerts.$inferSelect;
export type AlertIncident = typeof alertIncidents.$inferSelect;
export type AlertMessage = typeof alertMessages.$inferSelect;
