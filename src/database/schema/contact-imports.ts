import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Contact } from '../../journey/contacts.ts';
import { instantColumn } from './columns.ts';
import { contactRoleEnum, importOutcomeEnum, importStateEnum } from './enums.ts';

/** Uploaded files of contacts: previewed, then applied, and undone if applied by mistake. */
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
    /** Number of lines that change a contact, that change nothing, and that have errors. */
    changes: integer().notNull(),
    unchanged: integer().notNull(),
    faulty: integer().notNull(),
  },
  (table) => [index('contact_imports_by_time').on(table.createdAt, table.id)],
);

/** What a line sets: a contact, all parts null if none, and the account manager if the line names one. */
export type Imported = Contact & { accountManagerId?: string | null | undefined };

/** The lines of uploaded files and their outcomes. */
export const contactImportLines = pgTable(
  'contact_import_lines',
  {
    /** `{importId}:{line}`. */
    id: text().primaryKey(),
    importId: uuid()
      .notNull()
      .references(() => contactImports.id, { onDelete: 'cascade' }),
    /** Line number in the file. The header is line 1. */
    line: integer().notNull(),
    outcome: importOutcomeEnum().notNull(),
    customerId: text(),
    role: contactRoleEnum(),
    before: jsonb().$type<Imported>(),
    after: jsonb().$type<Imported>(),
    /** The error, as a sentence. */
    problem: text(),
    /** The original line, if it has errors. */
    raw: text(),
  },
  (table) => [
    index('contact_import_lines_by_import').on(table.importId, table.outcome, table.line),
  ],
);

export type ContactImport = typeof contactImports.$inferSelect;
export type ContactImportLine = typeof contactImportLines.$inferSelect;
