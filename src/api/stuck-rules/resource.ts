import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { activity, stuckRules } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { changedFields } from '../activity/details.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { recalculateSoon } from './recalculate-soon.ts';

export const stuckRuleRecord = recordOf(stuckRules).extend({
  /** When somebody last changed it, and who. Null for a default. */
  changedAt: recordOf(activity).shape.at.nullable(),
  changedById: z.string().nullable(),
});
export type StuckRuleRecord = z.output<typeof stuckRuleRecord>;

const { workingTime } = stuckRuleRecord.shape;

/** Up to a year; 0 means at once. */
export const hours = z
  .number()
  .min(0, 'Must be 0 or more.')
  .max(8760, 'At most 8,760 hours (a year).')
  // As many as the database keeps, so that a preview is exact.
  .multipleOf(0.01, 'At most two decimals.');

const lastChange = (column: typeof activity.at | typeof activity.actorId): SQL =>
  sql`(${sql`select ${column} from ${activity} where ${eq(activity.resource, 'stuck-rules')}
    and ${eq(activity.recordId, sql`${stuckRules.id}::text`)} order by ${activity.at} desc, ${activity.id} desc limit 1`})`;

const fields = {
  ...getTableColumns(stuckRules),
  changedAt: sql<Instant | null>`${lastChange(activity.at)}`.mapWith(activity.at),
  changedById: sql<string | null>`${lastChange(activity.actorId)}`,
};

export const stuckRulesResource: Resource<StuckRuleRecord> = {
  name: 'stuck-rules',
  table: stuckRules,
  record: stuckRuleRecord,
  fields: () => fields,
  select: ({ ports: { database } }) => database.select(fields).from(stuckRules).$dynamic(),
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(stuckRuleRecord, { hours, onPremiseHours: hours.nullable(), workingTime }),
    async (request, row, changes) => {
      if (Object.keys(changedFields(row, changes)).length === 0) return;
      await request.ports.database.update(stuckRules).set(changes).where(eq(stuckRules.id, row.id));
      await recalculateSoon(request);
    },
  ),
};
