import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns, inArray } from 'drizzle-orm';
import { refoldAll } from '../../database/folding/refold.ts';
import { customers, journeys, software } from '../../database/schema/index.ts';
import { changedFields } from '../activity/details.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { recalculateSoon } from '../stuck-rules/recalculate-soon.ts';

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
    async (request, row, changes) => {
      const changed = changedFields(row, changes);
      if (Object.keys(changed).length === 0) return;
      await request.ports.database.update(software).set(changes).where(eq(software.id, row.id));
      if ('complexity' in changed) await recalculateSoon(request);
    },
    async ({ ports: { database } }, { id }, { oneTime }) => {
      // It decides on the past as well, so that events are folded again.
      if (oneTime === undefined) return;
      const ever = database
        .select({ id: journeys.customerId })
        .from(journeys)
        .where(eq(journeys.software, id));
      await refoldAll(database, inArray(customers.id, ever));
    },
  ),
};
