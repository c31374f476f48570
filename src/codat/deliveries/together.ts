import { announce } from '../../database/changes.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { Crowded, isUnavailable } from '../../database/errors.ts';
import { ingestWithin, tryLockCustomers } from '../../database/ingest.ts';
import { erasedAmong } from '../../database/privacy/erased.ts';
import { type Delivery, deliveries } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Gate } from '../../database/waiting/gate.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import { certainlyAdmitted } from '../filter/admission.ts';

/** A delivery with what it means. */
export type Received = {
  delivery: Delivery;
  events: JourneyEvent[];
  /** The company that it is about, even if it isn’t understood. */
  companyId: string | null;
};

/** The most deliveries, and letters of their bodies, in one transaction. */
const MOST = { deliveries: 50, letters: 1024 * 1024 };

type Ports = {
  database: Database;
  throughGate: Gate;
  /** How long a delivery may wait for its transaction to begin. */
  patienceMs: number;
};

type Waiting = Received & {
  since: number;
  resolve: (stored: boolean) => void;
  reject: (error: unknown) => void;
};

/** Takes the oldest deliveries from a queue, at least one. Of repeats of one delivery, only the first. */
const take = (queue: Waiting[]): Waiting[] => {
  let letters = 0;
  const ids = new Set<string>();
  const end = queue.findIndex(({ delivery: { id, body } }, index) => {
    letters += body?.length ?? 0;
    const fits = !ids.has(id) && index < MOST.deliveries && letters <= MOST.letters;
    ids.add(id);
    return index > 0 && !fits;
  });
  return queue.splice(0, end < 0 ? queue.length : end);
};

export const companiesOf = ({ companyId }: Received): string[] =>
  companyId === null ? [] : [companyId];

/** The deliveries whose customer nobody else is changing, and was not erased. */
const takeable = async (
  transaction: Transaction,
  batch: readonly Received[],
): Promise<readonly Received[]> => {
  const locked = await tryLockCustomers(transaction, [...new Set(batch.flatMap(companiesOf))]);
  const erased = await erasedAmong(transaction, [...locked]);
  return batch.filter((received) =>
    companiesOf(received).every((id) => locked.has(id) && !erased.has(id)),
  );
};

/** Stores new deliveries and ingests their events. Returns their ids. */
const storeWithin = async (
  transaction: Transaction,
  batch: readonly Received[],
): Promise<Set<string>> => {
  const free = await certainlyAdmitted(transaction, await takeable(transaction, batch));
  if (free.length === 0) return new Set();
  const inserted = await transaction
    .insert(deliveries)
    .values(free.map(({ delivery }) => delivery))
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = free.filter(({ delivery }) => ids.has(delivery.id));
  const latest = stored
    .map(({ delivery }) => delivery.receivedAt)
    .sort()
    .at(-1);
  if (!latest) return ids;
  const events = stored.flatMap((one) => one.events);
  await ingestWithin(transaction, events, latest);
  await announce(transaction, { resources: ['deliveries'] });
  return ids;
};

/**
 * Stores deliveries and ingests their events, all that came in meanwhile in one transaction: a burst of webhooks then
 * costs little more than its first. Returns whether a delivery was stored. It isn’t if it was before, if the company
 * filter may not let it in, if others are changing its customer, or if another one of the transaction can’t be stored.
 * Then it has to be stored by itself.
 * @throws when the database is away or too busy
 */
export const createTogether = ({ database, throughGate, patienceMs }: Ports) => {
  const queue: Waiting[] = [];
  let running = false;

  const refuseLate = (): void => {
    const since = performance.now() - patienceMs;
    while (queue[0] && queue[0].since < since)
      queue.shift()?.reject(new Crowded('Too many webhooks are waiting.'));
  };

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const ids = await throughGate(() =>
        transact(database, (transaction) => storeWithin(transaction, batch)),
      );
      for (const { delivery, resolve } of batch) resolve(ids.has(delivery.id));
    } catch (error) {
      for (const { resolve, reject } of batch)
        if (isUnavailable(error)) reject(error);
        else resolve(false);
    }
  };

  const run = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      await settle(take(queue));
      refuseLate();
    }
    running = false;
  };

  return (received: Received): Promise<boolean> =>
    new Promise((resolve, reject) => {
      queue.push({ ...received, since: performance.now(), resolve, reject });
      if (!running) void run();
    });
};
