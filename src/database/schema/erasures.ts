import { pgTable, text } from 'drizzle-orm/pg-core';
import { instantColumn } from './columns.ts';

/** Customers whose personal data was erased. Their ids stay, so that nothing brings the data back. */
export const erasures = pgTable('erasures', {
  customerId: text().primaryKey(),
  erasedAt: instantColumn().notNull(),
  /** The admin who asked for it. Null if it was due because the company was deleted in Codat. */
  requestedById: text(),
});
