import { boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

// better-auth’s tables, with the columns it expects. It represents times as Date.

const dateColumn = () => timestamp({ withTimezone: true, precision: 3 });

export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: dateColumn().notNull().defaultNow(),
  updatedAt: dateColumn().notNull().defaultNow(),
  role: text({ enum: ['agent', 'manager', 'admin'] })
    .notNull()
    .default('agent'),
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

export type User = typeof users.$inferSelect;
