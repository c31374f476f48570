import { eq, type SQL, sql } from 'drizzle-orm';
import { actionLabel, nextAction } from '../../../journey/next-action.ts';
import type { StuckReason } from '../../../journey/stuck.ts';
import type { Database } from '../../database.ts';
import { standingAt } from '../../derived-columns.ts';
import { customers, software } from '../../schema/index.ts';
import type { Scope } from '../scope.ts';

/** How many customers of each group an answer names. The customers’ list has all of them. */
export const MOST_LISTED = 50;

type Select = {
  /** What follows `from`: a table with the columns of `lastOf`, called `happened`, and conditions. */
  from: SQL;
  order: SQL;
};

/** Customers of a happening: when, why they were or are stuck, how they stand now, and what to do next. */
export const listCustomers = async (
  database: Database,
  { from, order }: Select,
  now: Scope['now'],
) => {
  const listed = sql`(select * from ${from} order by ${order}, happened.customer_id
    limit ${MOST_LISTED}) as happened`;
  const rows = await database
    .select({
      customer: customers,
      signIn: software.signIn,
      onPremise: software.onPremise,
      softwareName: software.name,
      at: sql`happened.at`.mapWith(customers.createdAt),
      overAt: sql`happened.over_at`.mapWith(customers.stuckAt),
      reason: sql<StuckReason | null>`happened.reason`,
      standing: standingAt(now),
    })
    .from(listed)
    .innerJoin(customers, sql`${customers.id} = happened.customer_id`)
    .leftJoin(software, eq(software.id, customers.software))
    .orderBy(order, customers.id);
  return rows.map(({ customer, signIn, onPremise, ...row }) => {
    const known = onPremise === null ? null : { signIn, onPremise };
    const action = nextAction(customer, known, now);
    const { id, name, stage, connected, failureReason } = customer;
    return {
      ...{ id, name, stage, connected, failureReason, ...row },
      software: customer.software,
      nextAction: action && action.kind !== 'wait' ? actionLabel(action) : null,
    };
  });
};
