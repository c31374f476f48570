import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../../journey/instant.ts';
import type { Database } from '../../database.ts';
import { isOfPresent, isStuckAt, isWaitingAt, standingAt } from '../../derived-columns.ts';
import { customers } from '../../schema/index.ts';
import { gone, isGone } from '../exceptions.ts';
import { countOf, ofScope, type Scope } from '../scope.ts';
import { customersOf, type Happening, lastOf } from './happenings.ts';
import { listCustomers } from './listed.ts';
import { stuckNow } from './stuck-days.ts';

/** Customers who get stuck within this time if nothing happens are at risk. */
export const AT_RISK_HOURS = 72;

/** Whether a happening is of a customer in scope. */
const isOfScope = (scope: Scope): SQL | undefined => {
  const condition = ofScope(scope, customers.software);
  return (
    condition &&
    sql`happened.customer_id in (select ${customers.id} from ${customers} where ${condition})`
  );
};

/**
 * How many customers something happened to in the period, each once. `over` are those it is over for, `hidden` those
 * who are snoozed or waiting instead of being stuck, `deleted` those without a company by now, who are in no list.
 */
const countOfGroup = async (database: Database, scope: Scope, happening: Happening) => {
  const customerId = sql`happened.customer_id`;
  const [counted] = await database
    .select({
      count: countOf(),
      deleted: countOf(isNotNull(gone.id)),
      over: countOf(sql`happened.is_over`),
      hidden: countOf(sql`not happened.is_over and ${isNotNull(customers.id)}`),
    })
    .from(customersOf(happening, scope, isOfScope(scope)))
    .leftJoin(gone, isGone(customerId))
    .leftJoin(customers, and(eq(customers.id, customerId), isWaitingAt(scope.now)));
  return counted ?? { count: 0, deleted: 0, over: 0, hidden: 0 };
};

/** The same, with the customers, the last first. */
const group = async (database: Database, scope: Scope, happening: Happening) => {
  const isListed = and(isOfScope(scope), isOfPresent(sql`happened.customer_id`));
  const select = {
    from: sql`${lastOf(happening, scope)} as happened where ${isListed}`,
    order: sql`happened.at desc`,
  };
  return {
    ...(await countOfGroup(database, scope, happening)),
    customers: await listCustomers(database, select, scope.now),
  };
};

/** Until when those get stuck who are at risk now. */
export const atRiskUntil = (now: Instant): Instant => addHours(now, AT_RISK_HOURS);

/** The customers who move on now, and get stuck soon unless something happens, the next first. */
const atRisk = async (database: Database, scope: Scope) => {
  const { now } = scope;
  const until = atRiskUntil(now);
  const where = and(
    ofScope(scope, customers.software),
    sql`${customers.stuckAt} > ${now}::timestamptz and ${customers.stuckAt} <= ${until}::timestamptz`,
    sql`${standingAt(now)} = 'moving'`,
  );
  const from = sql`(select ${customers.id} as customer_id, ${customers.stuckAt} as at,
    ${customers.stuckReason} as reason, null::timestamptz as over_at
    from ${customers} where ${where}) as happened`;
  return {
    count: await database.$count(customers, where),
    until,
    customers: await listCustomers(database, { from, order: sql`happened.at` }, now),
  };
};

/**
 * What became of customers in a period, and how they stand now: who connected, and who slipped, which is becoming stuck,
 * losing the connection or going quiet; who is at risk; and who is stuck, against a week ago. A customer counts once in
 * each group. What was over before Unstuck kept it is unknown.
 */
export const portfolio = async (database: Database, scope: Scope) => {
  const { count: slipped, deleted } = await countOfGroup(database, scope, 'slipped');
  const where = and(
    ofScope(scope, customers.software),
    isStuckAt(scope.now),
    isNull(customers.deletedAt),
  );
  return {
    connected: await group(database, scope, 'connected'),
    slipped: { count: slipped, deleted },
    becameStuck: await group(database, scope, 'becameStuck'),
    lost: await group(database, scope, 'lost'),
    wentQuiet: await group(database, scope, 'wentQuiet'),
    atRisk: await atRisk(database, scope),
    stuckNow: await stuckNow(database, scope, await database.$count(customers, where)),
  };
};
