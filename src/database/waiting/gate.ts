import { Crowded } from '../errors.ts';

/**
 * Between one work and the next. The embedded database answers without ever leaving the event loop to timers and sockets.
 * Without a pause nobody else would be served meanwhile, and connections would not even be accepted. Browsers have
 * nothing shorter than a timer for it.
 */
const afterOthers = (next: () => void): void => {
  if (typeof setImmediate === 'function') setImmediate(next);
  else setTimeout(next);
};

type Waiting = { enter: () => void; timer: ReturnType<typeof setTimeout> };

/** Lets work in, a few at a time. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets at most `atOnce` work at the same time, in the order of arrival. A burst then leaves the database to the
 * others, and those it could not serve in time are told early rather than left to give up.
 * @throws Crowded after waiting for `patienceMs`
 */
export const createGate = ({
  atOnce,
  patienceMs,
}: {
  atOnce: number;
  patienceMs: number;
}): Gate => {
  const waiting = new Set<Waiting>();
  let inside = 0;

  const enter = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (inside < atOnce) {
        inside += 1;
        resolve();
        return;
      }
      const one: Waiting = {
        enter: resolve,
        timer: setTimeout(() => {
          waiting.delete(one);
          reject(new Crowded('Too much work is waiting.'));
        }, patienceMs),
      };
      waiting.add(one);
    });

  const leave = (): void => {
    const [next] = waiting;
    if (!next) {
      inside -= 1;
      return;
    }
    waiting.delete(next);
    clearTimeout(next.timer);
    next.enter();
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      afterOthers(leave);
    }
  };
};
