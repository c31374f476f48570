import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from './database.ts';

const CHANNEL = 'changes';
const PAUSE_MS = 250;

/** PostgreSQL carries less than 8,000 bytes; an id that long is left out. */
const LONGEST_ID = 1000;

const change = z.object({
  /** The resources of which records changed; `*` stands for all of them. */
  resources: z.array(z.string()).min(1),
  /** Given when only what belongs to this one customer changed. */
  customerId: z.string().optional(),
});

export type Change = z.output<typeof change>;

/** The resources that show a customer's state. */
export const CUSTOMER_STATE = ['customers', 'journeys', 'attempts', 'events'];

const ANYTHING: Change = { resources: ['*'] };

/**
 * Hears what is told on a channel, until the returned function is called. `onMissed` says that something may have been
 * told unheard.
 */
export type Listen = (
  channel: string,
  onPayload: (payload: string) => void,
  onMissed: () => void,
) => Promise<() => Promise<void>>;

/** Tells every server on this database what changed, once the transaction is committed and not before. */
export const announce = async (
  transaction: Database | Transaction,
  { resources, customerId }: Change,
): Promise<void> => {
  const fits = customerId !== undefined && customerId.length <= LONGEST_ID;
  const payload = JSON.stringify({ resources, ...(fits && { customerId }) });
  await transaction.execute(sql`select pg_notify(${CHANNEL}, ${payload})`);
};

const read = (payload: string): Change => {
  try {
    return change.parse(JSON.parse(payload));
  } catch {
    // Told by a newer version that works beside this one.
    return ANYTHING;
  }
};

const merge = (a: Change, b: Change): Change => ({
  resources: [...new Set([...a.resources, ...b.resources])],
  ...(a.customerId && a.customerId === b.customerId && { customerId: a.customerId }),
});

type Listener = (change: Change) => void;

export type Changes = {
  /**
   * Calls back with what changed, several changes merged, at most four times a second, until the returned function is
   * called; with `onEnd` once nothing will be followed any more.
   */
  subscribe: (listener: Listener, onEnd: () => void) => () => void;
  stop: () => Promise<void>;
};

/** Follows what any server on this database announces. */
export const followChanges = async (listen: Listen): Promise<Changes> => {
  const listeners = new Map<Listener, () => void>();
  let waiting: Change | undefined;
  let stopped = false;
  const tell = () => {
    const told = waiting;
    waiting = undefined;
    if (told) for (const listener of listeners.keys()) listener(told);
  };
  const collect = (change: Change) => {
    if (!waiting) setTimeout(tell, PAUSE_MS);
    waiting = waiting ? merge(waiting, change) : change;
  };
  const stopListening = await listen(
    CHANNEL,
    (payload) => collect(read(payload)),
    () => collect(ANYTHING),
  );
  return {
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
