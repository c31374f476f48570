import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { refoldAll } from '../../database/refold.ts';
import { customers, stuckRules } from '../../database/schema/index.ts';
import type { StuckReason } from '../../journey/stuck.ts';
import { recordOf } from '../kit/record-schema.ts';
import { change, type Resource, type Row } from '../kit/resource.ts';
import { writable } from '../kit/writable.ts';

export const stuckRuleRecord = recordOf(stuckRules);
export type StuckRuleRecord = z.output<typeof stuckRuleRecord>;

/** Up to a year; 0 means at once. */
const hours = z.number().min(0, 'Must be 0 or more.').max(8760, 'At most 8,760 hours (a year).');

const reasonOf = ({ id }: Row): StuckReason => stuckRuleRecord.shape.id.parse(id);

export const stuckRulesResource: Resource = {
  name: 'stuck-rules',
  table: stuckRules,
  record: stuckRuleRecord,
  fields: () => getTableColumns(stuckRules),
  defaultSort: ['id', 'ASC'],
  update: change(
    writable(stuckRuleRecord, { hours, onPremiseHours: hours.nullable() }),
    async ({ ports: { database } }, row, changes) => {
      if (Object.keys(changes).length > 0)
        await database
          .update(stuckRules)
          .set(changes)
          .where(eq(stuckRules.id, reasonOf(row)));
    },
    async ({ ports: { database } }, row, changes) => {
      if (Object.keys(changes).length > 0)
        await refoldAll(database, eq(customers.stuckReason, reasonOf(row)));
    },
  ),
};
