import { type Instant, toInstant } from '../../../src/journey/instant.ts';
import { createSchedule } from './schedule.ts';

/**
 * A schedule that divides waiting times by a speed, so that people needn't wait for the night to see data being read. The
 * speed can change while tasks wait. Due times in the past stay.
 */
export const createAcceleratedSchedule = (now: () => Instant, initialSpeed = 1) => {
  const schedule = createSchedule();
  let speed = initialSpeed;
  const sooner = (due: Instant): Instant => {
    const from = Date.parse(now());
    const wait = Date.parse(due) - from;
    return wait > 0 ? toInstant(from + wait / speed) : due;
  };
  return {
    ...schedule,
    at: (due: Instant, run: () => void | Promise<void>) => schedule.at(sooner(due), run),
    speed: (): number => speed,
    /** How many times faster than in Codat time passes. 1 is Codat's own speed. */
    setSpeed: (next: number): void => {
      schedule.stretch(now(), speed / next);
      speed = next;
    },
  };
};

export type AcceleratedSchedule = ReturnType<typeof createAcceleratedSchedule>;
