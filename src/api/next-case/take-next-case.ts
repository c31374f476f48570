import { and, eq, exists, gt, isNull, lte, ne, not, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { mostUrgentFirst } from '../../database/derived-columns.ts';
import { takeTurn } from '../../database/locks.ts';
import { isVisible } from '../../database/portfolios/visibility.ts';
import { beThere, forgetLapsed, isHeldElsewhere } from '../../database/presence/presence.ts';
import { customers, presence, skips } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import { addHours } from '../../journey/instant.ts';
import { customersResource } from '../customers/resource.ts';
import type { ApiRequest } from '../kit/request.ts';
import { matching } from '../kit/rows.ts';

/** Then the person gets 503. */
const PATIENCE_MS = 5000;

/** About a working day. */
const SKIPPED_HOURS = 8;

export type Wanted = {
  /** The tab that takes the case, and holds it for as long as it is open. */
  tab: string;
  /** The case that the person comes from. */
  after?: string | undefined;
  /** Of which list. */
  filter: Record<string, unknown>;
};

/** The cases of the person and those of nobody, unless the filter says whose. */
const isForThem = ({ person }: ApiRequest, filter: Wanted['filter']): SQL | undefined =>
  Object.keys(filter).some((key) => /^assigneeId(_|$)/.test(key))
    ? undefined
    : or(isNull(customers.assigneeId), eq(customers.assigneeId, person.id));

/** A case that the person moved on from comes last, until something happens in it or the day is over. */
const skip = async (request: ApiRequest, customerId: string): Promise<void> => {
  const { ports, person, now } = request;
  const { database } = ports;
  await database.delete(skips).where(lte(skips.skippedAt, addHours(now, -SKIPPED_HOURS)));
  await database
    .insert(skips)
    .select(
      database
        .select({
          userId: sql<string>`${person.id}::text`.as('user_id'),
          customerId: customers.id,
          skippedAt: sql<string>`${now}::timestamptz`.as('skipped_at'),
        })
        .from(customers)
        .where(and(eq(customers.id, customerId), isVisible(person.portfolio))),
    )
    .onConflictDoUpdate({
      target: [skips.userId, skips.customerId],
      set: { skippedAt: sql`excluded.skipped_at` },
    });
};

const findBest = async (
  request: ApiRequest,
  { tab, after, filter }: Wanted,
): Promise<string | null> => {
  const { ports, person, now } = request;
  const { database } = ports;
  const held = database
    .select()
    .from(presence)
    .where(and(eq(presence.customerId, customers.id), isHeldElsewhere(tab, now)));
  const [best] = await database
    .select({ id: customers.id })
    .from(customers)
    .leftJoin(
      skips,
      and(
        eq(skips.customerId, customers.id),
        eq(skips.userId, person.id),
        gt(skips.skippedAt, addHours(now, -SKIPPED_HOURS)),
        or(isNull(customers.lastSignalAt), lte(customers.lastSignalAt, skips.skippedAt)),
      ),
    )
    .where(
      and(
        matching(customersResource, { ...filter, stuck: true }, request),
        isForThem(request, filter),
        after === undefined ? undefined : ne(customers.id, after),
        not(exists(held)),
      ),
    )
    .orderBy(sql`${skips.skippedAt} nulls first`, ...mostUrgentFirst(now))
    .limit(1);
  return best?.id ?? null;
};

const takeWithin = async (
  transaction: Transaction,
  request: ApiRequest,
  wanted: Wanted,
): Promise<string | null> => {
  // One person takes a case after the other, so that each gets the best of those that are left.
  await takeTurn(transaction, 'next case');
  const within = { ...request, ports: { ...request.ports, database: transaction } };
  await forgetLapsed(transaction, request.now);
  if (wanted.after !== undefined) await skip(within, wanted.after);
  const customerId = await findBest(within, wanted);
  if (customerId === null) return null;
  await beThere(transaction, {
    id: wanted.tab,
    ...{ sessionId: request.sessionId, userId: request.person.id, customerId },
    kind: 'working',
    seenAt: request.now,
  });
  return customerId;
};

/**
 * Takes the most urgent case that nobody works on and that is nobody else’s, and holds it in the tab. Returns its
 * customer’s id, or null when there is none.
 * @throws Busy when the turn hasn’t come after some seconds
 */
export const takeNextCase = (request: ApiRequest, wanted: Wanted): Promise<string | null> =>
  // Of each server only one waits in the database, where it occupies a connection.
  inTurn('next-case', PATIENCE_MS, () =>
    transact(request.ports.database, (transaction) => takeWithin(transaction, request, wanted)),
  );
