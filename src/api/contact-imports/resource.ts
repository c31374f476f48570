import { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { contactImports } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import { change, type Resource } from '../kit/resource.ts';
import { findRow } from '../kit/rows.ts';
import { writable } from '../kit/writable.ts';
import { previewImport } from './preview.ts';
import { beginStep, finishStep } from './steps.ts';

export const contactImportRecord = recordOf(contactImports);
export type ContactImportRecord = z.output<typeof contactImportRecord>;

const changes = writable(contactImportRecord, { state: z.enum(['applied', 'undone']) });

export const contactImportsResource: Resource = {
  name: 'contact-imports',
  table: contactImports,
  record: contactImportRecord,
  fields: () => getTableColumns(contactImports),
  defaultSort: ['createdAt', 'DESC'],
  upload: { type: 'text/csv', run: previewImport },
  update: change(
    changes,
    async (call, row, { state }) => {
      if (state) await beginStep(call, row as ContactImportRecord, state);
    },
    async (call, row, { state }) => {
      if (!state) return undefined;
      await finishStep(call, row as ContactImportRecord);
      return findRow(contactImportsResource, row.id, call);
    },
  ),
};
