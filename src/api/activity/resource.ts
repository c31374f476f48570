import { z } from '@hono/zod-openapi';
import { getTableColumns, inArray } from 'drizzle-orm';
import { seenResources } from '../../common/permissions.ts';
import { activity } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const activityRecord = recordOf(activity).extend({
  details: z.record(z.string(), z.unknown()),
});
export type ActivityRecord = z.output<typeof activityRecord>;

/** Hides entries about resources that the user may not see. */
export const activityResource: Resource<ActivityRecord> = {
  name: 'activity',
  table: activity,
  record: activityRecord,
  fields: () => getTableColumns(activity),
  select: ({ ports: { database } }) => database.select().from(activity).$dynamic(),
  defaultSort: ['at', 'DESC'],
  seen: ({ person }) => inArray(activity.resource, seenResources(person.role)),
};
