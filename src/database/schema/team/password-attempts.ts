import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instantColumn } from '../columns.ts';

/** Attempts to prove a password, counted by account and address, so that guessing is slow on all servers together. */
export const passwordAttempts = pgTable(
  'password_attempts',
  {
    /** The account, the address or both. Accounts as a hash, because strangers may type anything. */
    key: text().primaryKey(),
    /** In a row, without an hour between them. */
    failures: integer().notNull().default(0),
    lastAt: instantColumn().notNull(),
    /** When the account last signed in from the address. Null for others than pairs of both. */
    succeededAt: instantColumn(),
  },
  (table) => [index('password_attempts_by_last_at').on(table.lastAt)],
);

export type PasswordAttempts = typeof passwordAttempts.$inferSelect;
