import { pgTable, text } from 'drizzle-orm/pg-core';

/** What transactions lock to change it alone: the ids of customers, also before they exist, of other records, and names of turns. */
export const locks = pgTable('locks', { id: text().primaryKey() });
