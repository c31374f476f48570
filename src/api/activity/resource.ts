import { z } from '@hono/zod-openapi';
import { and, eq, getTableColumns, inArray, isNotNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { ACCESS, EXPIRING } from '../../common/activity.ts';
import { OF_CUSTOMERS, seenResources } from '../../common/permissions.ts';
import { nameIn } from '../../database/derived-columns.ts';
import { activity, customers, users } from '../../database/schema/index.ts';
import { folded } from '../../database/search/folded.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

const values = z.record(z.string(), z.unknown());

export const activityRecord = recordOf(activity).extend({
  details: values,
  before: values.nullable(),
});
export type ActivityRecord = z.output<typeof activityRecord>;

/**
 * Hides entries about resources and customers that the user may not see. Only admins see others’ sign-ins, and what others only looked
 * at, failed at or were refused.
 */
export const activityResource: Resource<ActivityRecord> = {
  name: 'activity',
  table: activity,
  record: activityRecord,
  fields: () => getTableColumns(activity),
  select: ({ ports: { database } }) => database.select().from(activity).$dynamic(),
  searched: [
    activity.recordId,
    activity.address,
    // Reading all values of a million entries would take too long.
    sql`${activity.details} ->> 'email'`,
    // Looks for names once, not for each entry.
    (holds) =>
      sql`${activity.actorId} in (select ${users.id} from ${users} where ${holds(folded(users.name))})`,
    (holds) =>
      sql`${activity.customerId} in (select ${customers.id} from ${customers} where ${holds(customers.searchText)})`,
  ],
  sortedBy: { actorId: nameIn(users, activity.actorId) },
  customer: activity.customerId,
  defaultSort: ['at', 'DESC'],
  // There are more of them than of everything else.
  hidden: { field: 'action', condition: ne(activity.action, 'view') },
  seen: ({ person }) => {
    if (person.role === 'admin') return undefined;
    const own = eq(activity.actorId, person.id);
    // Sessions are everybody’s own.
    const resources = seenResources(person.role).filter((resource) => resource !== 'sessions');
    return or(
      and(own, inArray(activity.resource, [...resources, 'sessions', ...ACCESS])),
      and(
        inArray(activity.resource, resources),
        notInArray(activity.action, EXPIRING),
        // What concerns many customers, such as an import.
        person.portfolio
          ? or(isNotNull(activity.customerId), notInArray(activity.resource, [...OF_CUSTOMERS]))
          : undefined,
      ),
    );
  },
};
