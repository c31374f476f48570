import { sql } from 'drizzle-orm';
import { type JourneyEvent, parseEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { isAccounting } from '../journey/other-connections.ts';
import { UNKNOWN_SOFTWARE } from '../journey/software-entry.ts';
import type { StuckSettings } from '../journey/stuck.ts';
import { logActivity } from './activity.ts';
import { selectRows } from './bulk.ts';
import { announceAll, type Change, CUSTOMER_STATE, changesOf } from './changes/changes.ts';
import { inheritedContacts } from './contacts/inherited-contacts.ts';
import type { Database, Transaction } from './database.ts';
import { type Checkpoints, foldNew, loadCheckpoints } from './folding/folding.ts';
import { lockCustomers } from './locks.ts';
import { followedOwners } from './portfolios/followed-owners.ts';
import { isKept } from './privacy/erased.ts';
import { events, software } from './schema/index.ts';
import { loadStuckSettings } from './settings.ts';
import { inOneTrip, transact } from './transact.ts';

/** Adds accounting software that Codat offers and we don’t know, because screens need its name. */
const registerSoftware = async (
  transaction: Transaction,
  news: readonly JourneyEvent[],
  { settings, at }: { settings: StuckSettings; at: Instant },
) => {
  const named = new Map<string, string>();
  for (const { data } of news)
    if ('software' in data && data.software && isAccounting(data.sourceType))
      if (!Object.hasOwn(settings.software, data.software))
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
    .returning()
    .prepare('append_events')
    .execute();
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

/** What follows from events that were just folded, as events. */
const consequencesOf = async (
  transaction: Transaction,
  added: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<JourneyEvent[]> => [
  ...(await inheritedContacts(transaction, added, recordedAt)),
  ...(await followedOwners(transaction, added, recordedAt)),
];

/** Folds events that were just stored, each into its customer’s state. */
const foldAdded = async (
  transaction: Transaction,
  added: readonly JourneyEvent[],
  given: { resumable: Checkpoints; settings: StuckSettings },
): Promise<void> =>
  foldNew(
    transaction,
    Map.groupBy(added, ({ customerId }) => customerId),
    given,
  );

const idsOf = (events: readonly JourneyEvent[]) => [
  ...new Set(events.map(({ customerId }) => customerId)),
];

/** The number of new events, and the changes to announce. */
type Ingested = { added: number; changes: Change[] };

/** As `ingestWithin`, of customers that the transaction has locked. Leaves the announcement to its caller. */
export const ingestLocked = async (
  transaction: Transaction,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<Ingested> => {
  if (incoming.length === 0) return { added: 0, changes: [] };
  const [added, settings, resumable] = await inOneTrip([
    append(transaction, incoming, recordedAt),
    loadStuckSettings(transaction),
    loadCheckpoints(transaction, idsOf(incoming)),
  ]);
  if (added.length === 0) return { added: 0, changes: [] };
  await inOneTrip([
    registerSoftware(transaction, added, { settings, at: recordedAt }),
    foldAdded(transaction, added, { resumable, settings }),
  ]);
  const following = await consequencesOf(transaction, added, recordedAt);
  const consequences = await append(transaction, following, recordedAt);
  if (consequences.length > 0) {
    const folded = await loadCheckpoints(transaction, idsOf(consequences));
    await foldAdded(transaction, consequences, { resumable: folded, settings });
    await logConsequences(transaction, consequences, recordedAt);
  }
  // The person who had the customer until now may not see them any more, and has to hear of it all the same.
  const changes = [...added, ...consequences].some(changesManager)
    ? [{ resources: CUSTOMER_STATE }]
    : changesOf(CUSTOMER_STATE, new Set(idsOf(added)));
  return { added: added.length, changes };
};

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
  await lockCustomers(transaction, idsOf(incoming));
  const { added, changes } = await ingestLocked(transaction, incoming, recordedAt);
  if (changes.length > 0) await announceAll(transaction, changes);
  return added;
};

/** Like `ingestWithin`, in its own transaction. */
export const ingest = (
  database: Database,
  incoming: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<number> =>
  transact(database, (transaction) => ingestWithin(transaction, incoming, recordedAt));
