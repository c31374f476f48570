import { Busy } from '../errors.ts';

/** The end of the last turn of each customer, by id. */
const turns = new Map<string, Promise<void>>();

/** @throws Busy when it takes longer than `ms` */
const within = async (turn: Promise<void>, ms: number): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Busy('Others are changing this customer.')), ms);
  try {
    await Promise.race([turn, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Runs `work` once everything else of this process that waits for the same customer is done. Waiting for a
 * customer’s lock in PostgreSQL occupies a connection, and here only the first does. Turns don’t nest.
 * @throws Busy when the turn hasn’t come after `patienceMs`
 */
export const inTurn = async <T>(
  customerId: string,
  patienceMs: number,
  work: () => Promise<T>,
): Promise<T> => {
  const before = turns.get(customerId) ?? Promise.resolve();
  const { promise: done, resolve: end } = Promise.withResolvers<void>();
  const turn = before.then(() => done);
  turns.set(customerId, turn);
  try {
    await within(before, patienceMs);
    return await work();
  } finally {
    end();
    if (turns.get(customerId) === turn) turns.delete(customerId);
  }
};
