import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { refoldAll } from '../../database/refold.ts';
import { customers, stuckRules } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';

export const stuckRuleRecord = recordOf(stuckRules);
export type StuckRuleRecord = z.output<typeof stuckRuleRecord>;

const { workingTime } = stuckRuleRecord.shape;
/** Up to a year; 0 means at once. */
const hours = z.number().min(0, 'Must be 0 or more.').max(8760, 'At most 8,760 hours (a year).');

export const stuckRulesResource: Resource<StuckRuleRecord> = {
  name: 'stuck-rules',
  table: stuckRules,
  record: stuckRuleRecord,
  fields: () => getTableColumns(stuckRules),
  select: ({ ports: { database } }) => database.select().from(stuckRules).$dynamic(),
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(stuckRuleRecord, { hours, onPremiseHours: hours.nullable(), workingTime }),
    async ({ ports: { database } }, row, changes) => {
      if (Object.keys(changes).length > 0)
        await database.update(stuckRules).set(changes).where(eq(stuckRules.id, row.id));
    },
    async ({ ports: { database } }, row, changed) => {
      if (Object.keys(changed).length > 0)
        await refoldAll(database, eq(customers.stuckReason, row.id));
    },
  ),
};
