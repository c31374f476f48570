import { z } from '@hono/zod-openapi';
import { and, eq, getTableColumns, inArray, isNotNull, notInArray, or } from 'drizzle-orm';
import { OF_CUSTOMERS, seenResources } from '../../common/permissions.ts';
import { activity } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const activityRecord = recordOf(activity).extend({
  details: z.record(z.string(), z.unknown()),
});
export type ActivityRecord = z.output<typeof activityRecord>;

/** Hides entries about resources and customers that the user may not see. */
export const activityResource: Resource<ActivityRecord> = {
  name: 'activity',
  table: activity,
  record: activityRecord,
  fields: () => getTableColumns(activity),
  select: ({ ports: { database } }) => database.select().from(activity).$dynamic(),
  customer: activity.customerId,
  defaultSort: ['at', 'DESC'],
  seen: ({ person }) =>
    and(
      inArray(activity.resource, seenResources(person.role)),
      // Such as an import, which concerns many customers.
      person.portfolio
        ? or(
            isNotNull(activity.customerId),
            eq(activity.actorId, person.id),
            notInArray(activity.resource, [...OF_CUSTOMERS]),
          )
        : undefined,
    ),
};
