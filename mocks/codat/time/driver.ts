import { type Instant, toInstant } from '../../../src/journey/instant.ts';
import type { Schedule } from './schedule.ts';

const EVERY_MS = 250;

type Driven = {
  now: () => Instant;
  schedule: Pick<Schedule, 'next' | 'runUntil'>;
  /** Resolves when nothing is under way any more. */
  settled: () => Promise<void>;
};

/** The two ways in which the schedule's time passes. */
export const createDriver = ({ now, schedule, settled }: Driven) => ({
  /** Real time: runs what has become due, four times a second. Returns what ends that. */
  start: (): (() => void) => {
    const timer = setInterval(() => void schedule.runUntil(now()), EVERY_MS);
    // A process that has nothing else to do need not stay for it; browsers know no unref.
    timer.unref?.();
    return () => clearInterval(timer);
  },
  /**
   * A host's own time: goes to that moment in the steps in which something is due, telling the host's clock of each,
   * and waits after each until its webhooks are delivered.
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
