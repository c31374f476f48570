import { and, eq, isNotNull, isNull, not, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Attribute } from '../../../journey/metrics/comparisons/attribute.ts';
import type { Database } from '../../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../../derived-columns.ts';
import { customers, events, journeys, software } from '../../schema/index.ts';
import { complexity } from './ripe.ts';

/**
 * The first journeys that meet a condition, one for each customer, with what is known of them. Without customers who
 * haven’t chosen their software, and without deleted ones: what was known of those is erased.
 */
export const described = (database: Database, condition: SQL | undefined) => {
  // Two invitations can be sent at the same time.
  const invitation = database
    .select({
      channel: sql`${events.data} ->> 'channel'`.as('channel'),
      invitedById: events.actorId,
    })
    .from(events)
    .where(
      and(
        eq(events.customerId, journeys.customerId),
        eq(events.type, 'link.sent'),
        eq(events.occurredAt, journeys.invitedAt),
      ),
    )
    .orderBy(events.sourceId)
    .limit(1)
    .as('invitation');
  return database
    .select({
      customerId: journeys.customerId,
      enteredAt: sql`${enteredAt}`.as('entered_at'),
      connectedAt: sql`${connectedAt}`.as('connected_at'),
      software: sql<string>`${journeys.software}`.as('its_software'),
      complexity: sql`${complexity}`.as('its_complexity'),
      accountManagerId: customers.accountManagerId,
      channel: invitation.channel,
      invitedById: invitation.invitedById,
      labels: customers.labels,
      tags: customers.tags,
      parentId: customers.parentId,
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .leftJoin(software, eq(software.id, journeys.software))
    .leftJoinLateral(invitation, sql`true`)
    .where(
      and(
        isFirst,
        not(isLeftOut),
        isNotNull(journeys.software),
        isNull(customers.deletedAt),
        condition,
      ),
    )
    .as('described');
};
type Described = ReturnType<typeof described>;

const only = (value: SQLWrapper): SQL => sql`array[${value}::text]`;

/** The values of each attribute that a customer has, as an array. */
const valuesOf = (one: Described): Record<Attribute, SQL> => ({
  software: only(one.software),
  complexity: only(one.complexity),
  accountManagerId: only(one.accountManagerId),
  channel: only(one.channel),
  invitedById: only(one.invitedById),
  label: sql`${one.labels}`,
  tag: sql`array(select key || ': ' || value from jsonb_each_text(${one.tags}))`,
  subsidiary: sql`case when ${one.parentId} is null then '{}'::text[] else '{yes}' end`,
});

/** The name of an attribute, and its value. Null is the value of those who have none. */
export const attribute = {
  name: sql<Attribute>`attribute.name`,
  value: sql<string | null>`attribute.value`,
};

/** Joined laterally: one row for each attribute of a customer. Without a union, which Citus can’t join. */
export const attributesOf = (one: Described): SQL => {
  const all = Object.entries(valuesOf(one));
  const names = all.map(
    ([name, values]) => sql`array_fill(${name}::text, array[cardinality(${values})])`,
  );
  const values = all.map(([, values]) => values);
  return sql`unnest(${sql.join(names, sql` || `)}, ${sql.join(values, sql` || `)}) as attribute(name, value)`;
};
