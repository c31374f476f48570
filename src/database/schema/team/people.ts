import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ROLES } from '../../../common/permissions.ts';
import { instantColumn } from '../columns.ts';

// better-auth’s tables, with the columns it expects. It represents times as Date. Those that only we read are instants.

const dateColumn = () => timestamp({ withTimezone: true, precision: 3 });

export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: dateColumn().notNull().defaultNow(),
  updatedAt: dateColumn().notNull().defaultNow(),
  role: text({ enum: ROLES }).notNull().default('agent'),
  /** False once someone has left. They can’t sign in, but their name stays on what they did. */
  active: boolean().notNull().default(true),
  /** Whether single keys do something on the dashboard. */
  shortcuts: boolean().notNull().default(true),
  /** Rounded to some minutes. Null before the first sign-in. */
  lastSeenAt: instantColumn(),
});

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: dateColumn().notNull(),
    createdAt: dateColumn().notNull().defaultNow(),
    updatedAt: dateColumn().notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
  },
  (table) => [index('sessions_by_user').on(table.userId)],
);

export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: dateColumn(),
    refreshTokenExpiresAt: dateColumn(),
    scope: text(),
    password: text(),
    createdAt: dateColumn().notNull().defaultNow(),
    updatedAt: dateColumn().notNull().defaultNow(),
  },
  (table) => [index('accounts_by_user').on(table.userId)],
);

export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: dateColumn().notNull(),
    createdAt: dateColumn().notNull().defaultNow(),
    updatedAt: dateColumn().notNull().defaultNow(),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
);

/** Invitations that nobody has accepted yet. Accepting or revoking one deletes it. */
export const invitations = pgTable('invitations', {
  id: uuid().primaryKey(),
  /** In lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  /** SHA-256 of the token in the link. Null until the link is made, which is when its email is sent. */
  tokenHash: text().unique(),
  createdById: text().notNull(),
  createdAt: instantColumn().notNull(),
  expiresAt: instantColumn().notNull(),
  /** When the mail server accepted the email. Null if it hasn’t yet, or if an admin shares the link by hand. */
  sentAt: instantColumn(),
  /** What the mail server said when it last refused the email. */
  problem: text(),
});

/** Links with which people choose a new password. Using one deletes all of the person’s. */
export const passwordResets = pgTable(
  'password_resets',
  {
    /** SHA-256 of the token in the link. */
    tokenHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instantColumn().notNull(),
  },
  (table) => [index('password_resets_by_user').on(table.userId)],
);

export type Invitation = typeof invitations.$inferSelect;
export type User = typeof users.$inferSelect;
