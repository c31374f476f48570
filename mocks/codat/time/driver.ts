import { type Instant, toInstant } from '../../../src/journey/instant.ts';
import type { Schedule } from './schedule.ts';

const EVERY_MS = 250;

type Driven = {
  now: () => Instant;
  schedule: Pick<Schedule, 'next' | 'runUntil'>;
  /** Resolves when no delivery is in progress. */
  settled: () => Promise<void>;
  /** Called with the error of a task, such as a full disk. Later tasks run all the same. */
  onError: (error: unknown) => void;
};

/** Two ways to let the schedule's time pass. */
export const createDriver = ({ now, schedule, settled, onError }: Driven) => ({
  /** Real time: runs due tasks four times a second. Returns a function that stops it. */
  start: (): (() => void) => {
    const timer = setInterval(() => void schedule.runUntil(now()).catch(onError), EVERY_MS);
    // The timer alone doesn't keep a process running. Browsers have no unref.
    timer.unref?.();
    return () => clearInterval(timer);
  },
  /**
   * A host's own time: advances to `until`, stopping at each due task. Sets the host's clock at each stop and waits for
   * its webhooks to be delivered.
   */
  advance: async (until: Instant, setClock: (now: Instant) => void): Promise<void> => {
    await settled();
    for (let due = schedule.next(); due && due <= until; due = schedule.next()) {
      setClock(due);
      await schedule.runUntil(due);
      await settled();
    }
    setClock(toInstant(until));
  },
});
