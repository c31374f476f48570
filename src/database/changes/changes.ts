import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { textArray } from '../bulk.ts';
import type { Database, Listen, Transaction } from '../database.ts';

const CHANNEL = 'changes';
const PAUSE_MS = 250;

const change = z.object({
  /** The resources with changed records. `*` means all resources. */
  resources: z.array(z.string()).min(1),
  /** Set when all changes belong to this customer. */
  customerId: z.string().optional(),
});

export type Change = z.output<typeof change>;

/** The resources that show a customer's state. */
export const CUSTOMER_STATE = ['customers', 'journeys', 'attempts', 'events'];

/** How many customers are named one by one. A change of more names none. */
const MOST_NAMED = 100;

export const ANYTHING: Change = { resources: ['*'] };

/** Notifies every server on this database of a change, once the transaction is committed. */
export const announce = async (
  transaction: Database | Transaction,
  announced: Change,
): Promise<void> => {
  await transaction.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(announced)})`);
};

/** As `announce`, of any number of changes. */
export const announceAll = async (
  transaction: Database | Transaction,
  changes: readonly Change[],
): Promise<void> => {
  const payloads = changes.map((one) => JSON.stringify(one));
  await transaction.execute(
    sql`select pg_notify(${CHANNEL}, payload) from unnest(${textArray(payloads)}) payload`,
  );
};

/** A change of each of the customers, so that people who may not see one of them don’t hear of it. */
export const changesOf = (resources: string[], customerIds: ReadonlySet<string>): Change[] =>
  customerIds.size > MOST_NAMED
    ? [{ resources }]
    : [...customerIds].map((customerId) => ({ resources, customerId }));

/** Announces a change of each of the customers. */
export const announceOf = (
  transaction: Database | Transaction,
  resources: string[],
  customerIds: ReadonlySet<string>,
): Promise<void> => announceAll(transaction, changesOf(resources, customerIds));

const read = (payload: string): Change => {
  try {
    return change.parse(JSON.parse(payload));
  } catch {
    // Sent by a newer version that runs beside this one.
    return ANYTHING;
  }
};

/** One change in place of two. Names a customer only if both do, and the same one. */
export const mergeChanges = (a: Change, b: Change): Change => ({
  resources: [...new Set([...a.resources, ...b.resources])],
  ...(a.customerId && a.customerId === b.customerId && { customerId: a.customerId }),
});

/** Changes merged by customer, or into one if they concern too many. */
export const mergeAll = (changes: readonly Change[]): Change[] => {
  const byCustomer = [...Map.groupBy(changes, ({ customerId }) => customerId).values()];
  const merged = byCustomer.map((own) => own.reduce(mergeChanges));
  return merged.length > MOST_NAMED ? [merged.reduce(mergeChanges)] : merged;
};

/** Gets changes merged by customer: at most one of each, and one that names nobody. */
type Listener = (changes: readonly Change[]) => void;

export type Changes = {
  /**
   * Calls `listener` with changes, merged, at most four times a second, until the returned function is called. Calls
   * `onEnd` once there will be no more changes.
   */
  subscribe: (listener: Listener, onEnd: () => void) => () => void;
  /** When the last change arrived, before any listener gets it, by `performance.now()`. */
  heardAt: () => number;
  stop: () => Promise<void>;
};

/** Follows the changes that any server on this database announces. */
export const followChanges = async (listen: Listen): Promise<Changes> => {
  const listeners = new Map<Listener, () => void>();
  let pending: Change[] = [];
  let heardAt = 0;
  let stopped = false;
  const flush = () => {
    const merged = pending;
    pending = [];
    for (const listener of listeners.keys()) listener(merged);
  };
  const collect = (change: Change) => {
    heardAt = performance.now();
    if (pending.length === 0) setTimeout(flush, PAUSE_MS);
    pending = mergeAll([...pending, change]);
  };
  const stopListening = await listen(
    CHANNEL,
    (payload) => collect(read(payload)),
    () => collect(ANYTHING),
  );
  return {
    heardAt: () => heardAt,
    subscribe: (listener, onEnd) => {
      listeners.set(listener, onEnd);
      if (stopped) onEnd();
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopped = true;
      for (const onEnd of listeners.values()) onEnd();
      await stopListening();
    },
  };
};
