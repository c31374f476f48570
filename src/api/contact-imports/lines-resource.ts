import { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { contactImportLines } from '../../database/schema/index.ts';
import { contact } from '../../journey/contacts.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

/** `accountManagerId` is there if the line names an account manager. */
const imported = contact.extend({ accountManagerId: z.string().nullish() });

export const contactImportLineRecord = recordOf(contactImportLines).extend({
  before: imported.nullable(),
  after: imported.nullable(),
});
export type ContactImportLineRecord = z.output<typeof contactImportLineRecord>;

export const contactImportLinesResource: Resource<ContactImportLineRecord> = {
  name: 'contact-import-lines',
  table: contactImportLines,
  record: contactImportLineRecord,
  fields: () => getTableColumns(contactImportLines),
  select: ({ ports: { database } }) => database.select().from(contactImportLines).$dynamic(),
  searched: [contactImportLines.customerId, contactImportLines.problem, contactImportLines.raw],
  defaultSort: ['line', 'ASC'],
};
