import { type Instant, toInstant } from '../../../src/journey/instant.ts';
import { createSchedule } from './schedule.ts';

/**
 * A schedule whose waiting times are divided by a factor, so that a person need not wait for the night to see data
 * being read. The factor can change while tasks wait; moments already past stay what they are.
 */
export const createAcceleratedSchedule = (now: () => Instant, factor = 1) => {
  const schedule = createSchedule();
  let speed = factor;
  const sooner = (due: Instant): Instant => {
    const from = Date.parse(now());
    const wait = Date.parse(due) - from;
    return wait > 0 ? toInstant(from + wait / speed) : due;
  };
  return {
    ...schedule,
    at: (due: Instant, run: () => void | Promise<void>) => schedule.at(sooner(due), run),
    speed: (): number => speed,
    /** How many times shorter than at Codat waiting is: 1 is Codat's own pace. */
    setSpeed: (next: number): void => {
      schedule.stretch(now(), speed / next);
      speed = next;
    },
  };
};

export type AcceleratedSchedule = ReturnType<typeof createAcceleratedSchedule>;
