import { sql } from 'drizzle-orm';
import { fromDrizzle } from 'pg-boss';
import type { Database, Transaction } from '../../database/database.ts';

/** Lets pg-boss use our transaction. Cast because Drizzle’s type leaves open that both databases return rows. */
export const within = (transaction: Database | Transaction) =>
  fromDrizzle(transaction as unknown as Parameters<typeof fromDrizzle>[0], sql);
