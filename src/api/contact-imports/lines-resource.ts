import { z } from '@hono/zod-openapi';
import { getTableColumns, sql } from 'drizzle-orm';
import { alphabetical } from '../../database/schema/columns.ts';
import { contactImportLines, contactImports, customers } from '../../database/schema/index.ts';
import { contact } from '../../journey/contacts.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { isOwnImport } from './resource.ts';

/** `accountManagerId` is there if the line names an account manager. */
const imported = contact.extend({ accountManagerId: z.string().nullish() });

export const contactImportLineRecord = recordOf(contactImportLines).extend({
  before: imported.nullable(),
  after: imported.nullable(),
});
export type ContactImportLineRecord = z.output<typeof contactImportLineRecord>;

const customerName = sql`(${sql`select ${customers.name} from ${customers} where ${customers.id} = ${contactImportLines.customerId}`})`;

export const contactImportLinesResource: Resource<ContactImportLineRecord> = {
  name: 'contact-import-lines',
  table: contactImportLines,
  record: contactImportLineRecord,
  personal: true,
  fields: () => getTableColumns(contactImportLines),
  select: ({ ports: { database } }) => database.select().from(contactImportLines).$dynamic(),
  searched: [contactImportLines.customerId, contactImportLines.problem, contactImportLines.raw],
  sortedBy: { customerId: alphabetical(customerName) },
  customer: contactImportLines.customerId,
  defaultSort: ['line', 'ASC'],
  seen: (request) => {
    const own = isOwnImport(request);
    return (
      own &&
      sql`${contactImportLines.importId} in (select ${contactImports.id} from ${contactImports} where ${own})`
    );
  },
};
