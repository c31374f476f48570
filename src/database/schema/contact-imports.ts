import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Contact } from '../../journey/contacts.ts';
import { instantColumn } from './columns.ts';
import { contactRoleEnum, importOutcomeEnum, importStateEnum } from './enums.ts';

/** Each file of contacts that someone brought: looked at first, then applied, and undone if it was a mistake. */
export const contactImports = pgTable(
  'contact_imports',
  {
    id: uuid().primaryKey(),
    fileName: text().notNull(),
    state: importStateEnum().notNull(),
    createdById: text().notNull(),
    createdAt: instantColumn().notNull(),
    appliedAt: instantColumn(),
    undoneAt: instantColumn(),
    /** How many lines change a contact, change nothing, and can't be used. */
    changes: integer().notNull(),
    unchanged: integer().notNull(),
    faulty: integer().notNull(),
  },
  (table) => [index('contact_imports_by_time').on(table.createdAt, table.id)],
);

/** What a line of such a file says, and what became of it. */
export const contactImportLines = pgTable(
  'contact_import_lines',
  {
    /** `{importId}:{line}`. */
    id: text().primaryKey(),
    importId: uuid()
      .notNull()
      .references(() => contactImports.id, { onDelete: 'cascade' }),
    /** As in the file: the header is line 1. */
    line: integer().notNull(),
    outcome: importOutcomeEnum().notNull(),
    customerId: text(),
    role: contactRoleEnum(),
    before: jsonb().$type<Contact>(),
    after: jsonb().$type<Contact>(),
    /** Why it can't be used, in a sentence. */
    problem: text(),
    /** The line as it stands in the file, for those that can't be used. */
    raw: text(),
  },
  (table) => [
    index('contact_import_lines_by_import').on(table.importId, table.outcome, table.line),
  ],
);

export type ContactImport = typeof contactImports.$inferSelect;
export type ContactImportLine = typeof contactImportLines.$inferSelect;
