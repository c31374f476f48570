import { sql } from 'drizzle-orm';
import { type JourneyEvent, parseEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { isAccounting } from '../journey/other-connections.ts';
import { UNKNOWN_SOFTWARE } from '../journey/software-entry.ts';
import { logActivity } from './activity.ts';
import { selectRows, textArray } from './bulk.ts';
import { announce, announceOf, CUSTOMER_STATE } from './changes.ts';
import { inheritedContacts } from './contacts/inherited-contacts.ts';
import type { Database, Transaction } from './database.ts';
import { foldNew } from './folding/folding.ts';
import { followedOwners } from './portfolios/followed-owners.ts';
import { isKept } from './privacy/erased.ts';
import { events, software } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import { transact } from './transact.ts';

/**
 * Locks customers until the transaction ends, so that each ingest of a customer folds all earlier events. Locks in the
 * order of the ids, so that two batches can't deadlock.
 */
export const lockCustomers = (transaction: Transaction, ids: readonly string[]) =>
  transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${textArray([...ids].sort())}) id`,
  );

/** Locks those of the customers that nobody else has locked, without waiting, and returns their ids. */
export const tryLockCustomers = async (
  transaction: Transaction,
  ids: readonly string[],
): Promise<Set<string>> => {
  const candidates = transaction
    .select({ id: sql<string>`id`.as('id') })
    .from(sql`unnest(${textArray(ids)}) id`)
    .as('candidates');
  const locked = await transaction
    .select()
    .from(candidates)
    .where(sql`pg_try_advisory_xact_lock(hashtextextended(${candidates.id}, 0))`);
  return new Set(locked.map(({ id }) => id));
};

/** Adds accounting software that Codat offers and we don’t know, because screens need its name. */
const registerSoftware = async (
  transaction: Transaction,
  news: readonly JourneyEvent[],
  at: Instant,
) => {
  const named = new Map<string, string>();
  for (const { data } of news)
    if ('software' in data && data.software && isAccounting(data.sourceType))
      named.set(data.software, data.softwareName ?? data.software);
  if (named.size === 0) return;
  const added = await transaction
    .insert(software)
    .values(
      [...named].map(([id, name]) => ({ id, name, ...UNKNOWN_SOFTWARE, tags: [], ready: [] })),
    )
    .onConflictDoNothing()
    .returning({ id: software.id, name: software.name });
  await logActivity(
    transaction,
    { kind: 'system', at },
    added.map(({ id, name }) => ({
      ...{ resource: 'software', action: 'create', recordId: id },
      details: { name },
    })),
  );
};

/** Stores the events that are new, and returns them as they will be read again. Leaves out customers that were erased. */
const append = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<JourneyEvent[]> => {
  if (incoming.length === 0) return [];
  const rows = incoming.map((event) => ({
    ...event,
    id: crypto.randomUUID(),
    // Nothing is known before it happens: the clock of its source is fast.
    occurredAt: event.occurredAt < recordedAt ? event.occurredAt : recordedAt,
    recordedAt,
  }));
  const added = await transaction
    .insert(events)
    .select(sql`${selectRows(events, rows)} as incoming where ${isKept(sql`incoming.customer_id`)}`)
    .onConflictDoNothing()
    .returning();
  return added.map(parseEvent);
};

/** What Unstuck changed by itself is in the activity of its customers. */
export const logConsequences = (
  transaction: Transaction,
  consequences: readonly JourneyEvent[],
  at: Instant,
): Promise<void> =>
  logActivity(
    transaction,
    { kind: 'system', at },
    consequences.map(({ customerId, data }) => {
      const details = 'customer' in data ? data.customer : undefined;
      const follows = details?.ownerManagerId !== undefined;
      return {
        ...({ resource: 'customers', action: follows ? 'follow-owner' : 'keep-contacts' } as const),
        ...{ recordId: customerId, customerId, details: details ?? {} },
      };
    }),
  );

const changesManager = ({ data }: JourneyEvent): boolean =>
  'customer' in data &&
  (data.customer?.accountManagerId !== undefined || data.customer?.ownerManagerId !== undefined);

/**
 * Appends events of any number of customers and stores the resulting states, within the given transaction. Skips events
 * whose source id is known, and those of customers whose data was erased. Customers who were deleted and created again
 * get their contacts back, and those with an owner in Codat their account manager. Returns the number of
 * new events.
 */
export const ingestWithin = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> => {
  if (incoming.length === 0) return 0;
  const ids = new Set(incoming.map(({ customerId }) => customerId));
  await lockCustomers(transaction, [...ids]);
  const added = await append(transaction, incoming, recordedAt);
  if (added.length === 0) return 0;
  await registerSoftware(transaction, added, recordedAt);
  const byCustomer = Map.groupBy(added, ({ customerId }) => customerId);
  const settings = await loadStuckSettings(transaction);
  await foldNew(transaction, byCustomer, settings);
  const consequences = await append(
    transaction,
    [
      ...(await inheritedContacts(transaction, added, recordedAt)),
      ...(await followedOwners(transaction, added, recordedAt)),
    ],
    recordedAt,
  );
  await foldNew(
    transaction,
    Map.groupBy(consequences, ({ customerId }) => customerId),
    settings,
  );
  // The person who had the customer until now may not see them any more, and has to hear of it all the same.
  if ([...added, ...consequences].some(changesManager))
    await announce(transaction, { resources: CUSTOMER_STATE });
  else await announceOf(transaction, CUSTOMER_STATE, new Set(byCustomer.keys()));
  await logConsequences(transaction, consequences, recordedAt);
  return added.length;
};

/** Like `ingestWithin`, in its own transaction. */
export const ingest = (
  database: Database,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> =>
  transact(database, (transaction) => ingestWithin(transaction, incoming, recordedAt));
