import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { refoldAll } from '../../database/refold.ts';
import { customers, software } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';

export const softwareRecord = recordOf(software);
export type SoftwareRecord = z.output<typeof softwareRecord>;

export const softwareResource: Resource<SoftwareRecord> = {
  name: 'software',
  table: software,
  record: softwareRecord,
  fields: () => getTableColumns(software),
  select: ({ ports: { database } }) => database.select().from(software).$dynamic(),
  searched: [software.name, software.id],
  defaultSort: ['name', 'ASC'],
  update: update(
    writable(softwareRecord, { complexity: softwareRecord.shape.complexity }),
    async ({ ports: { database } }, { id }, changes) => {
      if (changes.complexity)
        await database.update(software).set(changes).where(eq(software.id, id));
    },
    async ({ ports: { database } }, { id }, changes) => {
      if (changes.complexity) await refoldAll(database, eq(customers.software, id));
    },
  ),
};
