import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, type SQL } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { contactImports, users } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { findRow } from '../kit/rows.ts';
import { update } from '../kit/update.ts';
import { upload } from '../kit/upload.ts';
import { writable } from '../kit/writable.ts';
import { previewImport } from './preview.ts';
import { beginStep, finishStep, isUnfinished } from './steps.ts';

export const contactImportRecord = recordOf(contactImports);
export type ContactImportRecord = z.output<typeof contactImportRecord>;

const changes = writable(contactImportRecord, { state: z.enum(['applied', 'undone']) });

/** A file may name customers of anybody, so people with a portfolio see only the files they uploaded themselves. */
export const isOwnImport = ({ person }: ApiRequest): SQL | undefined =>
  person.portfolio ? eq(contactImports.createdById, person.id) : undefined;

export const contactImportsResource: Resource<ContactImportRecord> = {
  name: 'contact-imports',
  table: contactImports,
  record: contactImportRecord,
  fields: () => getTableColumns(contactImports),
  select: ({ ports: { database } }) => database.select().from(contactImports).$dynamic(),
  sortedBy: { createdById: nameIn(users, contactImports.createdById) },
  customer: null,
  seen: isOwnImport,
  defaultSort: ['createdAt', 'DESC'],
  upload: upload('text/csv', previewImport),
  update: update(
    changes,
    async (call, row, { state }) => {
      if (state) await beginStep(call, row, state);
    },
    async (call, row) => {
      if (!isUnfinished(row)) return undefined;
      await finishStep(call, row);
      return findRow(contactImportsResource, row.id, call);
    },
  ),
};
