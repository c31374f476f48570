import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AttributeFilter } from '../../../journey/metrics/comparisons/attribute.ts';
import type { Database } from '../../database.ts';
import { enteredAt } from '../../derived-columns.ts';
import { customers, journeys } from '../../schema/index.ts';
import { ofScope, within } from '../scope.ts';
import { attribute, attributesOf, described } from './attributes.ts';

/** The list itself leaves out customers that the person who asks may not see. */
const ALL = { portfolio: null };

/** Whether a customer has an attribute: those that the metric counts which links here. */
export const hasAttribute = (database: Database, filter: AttributeFilter): SQL => {
  const { from, to, software, name, value } = filter;
  const asked = and(
    ofScope({ ...ALL, software }, journeys.software),
    within(enteredAt, { from, to }),
  );
  const one = described(database, asked);
  const ids = database
    .select({ id: one.customerId })
    .from(one)
    .crossJoinLateral(attributesOf(one))
    .where(
      and(eq(attribute.name, name), sql`${attribute.value} is not distinct from ${value}::text`),
    );
  // Found once: without statistics, PostgreSQL would look for each customer among them again.
  return sql`${customers.id} in (with its(id) as materialized (${ids}) select id from its)`;
};
