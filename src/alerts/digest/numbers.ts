import { and, asc, eq, gte, isNull, lt, type SQL } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { firstApproval, isStuckAt } from '../../database/derived-columns.ts';
import { alphabetical } from '../../database/schema/columns.ts';
import { customers } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { customersPath } from '../paths.ts';

/** Some of a person’s customers: how many, the first of them by name, and the list with exactly them. */
export type Group = { count: number; names: string[]; more: number; path: string };

/** How many are named. */
const NAMED = 5;

const group = async (
  database: Database,
  accountManagerId: string,
  condition: SQL | undefined,
  filter: object,
): Promise<Group> => {
  const where = and(
    eq(customers.accountManagerId, accountManagerId),
    isNull(customers.deletedAt),
    condition,
  );
  const count = await database.$count(customers, where);
  const named = await database
    .select({ name: customers.name })
    .from(customers)
    .where(where)
    .orderBy(asc(alphabetical(customers.name)), asc(customers.id))
    .limit(NAMED);
  return {
    ...{ count, names: named.map(({ name }) => name), more: count - named.length },
    path: customersPath({ accountManagerId, ...filter }),
  };
};

/**
 * What happened to the customers of an account manager in a period up to `until`: whose first approval lies in it, who
 * got stuck in it and still is, who of these lost their connection, and who is stuck at its end.
 */
export const digestNumbers = async (
  database: Database,
  accountManagerId: string,
  { since, until }: { since: Instant; until: Instant },
) => {
  const gotStuck = and(
    isStuckAt(until),
    gte(customers.stuckAt, since),
    lt(customers.stuckAt, until),
  );
  const slipped = { stuck: true, stuckAt_gte: since, stuckAt_lt: until };
  const of = (condition: SQL | undefined, filter: object) =>
    group(database, accountManagerId, condition, filter);
  return {
    connected: await of(and(gte(firstApproval, since), lt(firstApproval, until)), {
      authorizedAt_gte: since,
      authorizedAt_lt: until,
    }),
    slipped: await of(gotStuck, slipped),
    lost: await of(and(gotStuck, eq(customers.stuckReason, 'disconnected')), {
      ...slipped,
      stuckReason: 'disconnected',
    }),
    stuck: await of(isStuckAt(until), { stuck: true }),
  };
};

export type DigestNumbers = Awaited<ReturnType<typeof digestNumbers>>;

/** Whether there is nothing to tell: nothing happened and nobody is stuck. */
export const isEmpty = (numbers: DigestNumbers): boolean =>
  Object.values(numbers).every(({ count }) => count === 0);
