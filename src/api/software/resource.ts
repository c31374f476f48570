import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns, inArray } from 'drizzle-orm';
import { refoldAll } from '../../database/refold.ts';
import { customers, journeys, software } from '../../database/schema/index.ts';
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
  customer: null,
  defaultSort: ['name', 'ASC'],
  update: update(
    writable(softwareRecord, {
      complexity: softwareRecord.shape.complexity,
      oneTime: softwareRecord.shape.oneTime,
    }),
    async ({ ports: { database } }, { id }, changes) => {
      if (Object.keys(changes).length > 0)
        await database.update(software).set(changes).where(eq(software.id, id));
    },
    async ({ ports: { database } }, { id }, changed) => {
      if (Object.keys(changed).length === 0) return;
      const ever = database
        .select({ id: journeys.customerId })
        .from(journeys)
        .where(eq(journeys.software, id));
      await refoldAll(database, inArray(customers.id, ever));
    },
  ),
};
