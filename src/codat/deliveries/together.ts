import type { Change } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { Crowded, isUnavailable } from '../../database/errors.ts';
import { transact } from '../../database/transact.ts';
import type { Gate } from '../../database/waiting/gate.ts';
import type { Instant } from '../../journey/instant.ts';
import { ARRIVED, type Received, storeBatch } from './batch.ts';

/** The most deliveries, and letters of their bodies, in one transaction. */
const MOST = { deliveries: 50, letters: 1024 * 1024 };

type Ports = {
  database: Database;
  throughGate: Gate;
  /** Announces what changed, once it is committed. */
  announceSoon: (changes: readonly Change[]) => void;
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

const latestOf = (batch: readonly Received[]): Instant =>
  batch.map(({ delivery }) => delivery.receivedAt).reduce((a, b) => (a > b ? a : b));

/**
 * Stores deliveries and ingests their events, all that came in meanwhile in one transaction: a burst of webhooks then
 * costs little more than its first. Returns whether a delivery was stored. It isn’t if it was before, if the company
 * filter may not let it in, if others are changing its customer, or if another one of the transaction can’t be stored.
 * Then it has to be stored by itself.
 * @throws when the database is away or too busy
 */
export const createTogether = ({ database, throughGate, announceSoon, patienceMs }: Ports) => {
  const queue: Waiting[] = [];
  let running = false;

  const refuseLate = (): void => {
    const since = performance.now() - patienceMs;
    while (queue[0] && queue[0].since < since)
      queue.shift()?.reject(new Crowded('Too many webhooks are waiting.'));
  };

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const { ids, changes } = await throughGate(() =>
        transact(database, (transaction) =>
          storeBatch(transaction, batch, { kind: ARRIVED, recordedAt: latestOf(batch) }),
        ),
      );
      announceSoon(changes);
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
