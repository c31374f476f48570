import { type Instant, toInstant } from '../../src/journey/instant.ts';
import { createSchedule } from './schedule.ts';

/**
 * A schedule whose waiting times are divided by a factor, so that a person need not wait for the night to see data
 * being read. The factor can change while tasks wait; moments already past stay what they are.
 */
export const createHurriedSchedule = (now: () => Instant, factor = 1) => {
  const schedule = createSchedule();
  let hurry = factor;
  const sooner = (due: Instant): Instant => {
    const from = Date.parse(now());
    const wait = Date.parse(due) - from;
    return wait > 0 ? toInstant(from + wait / hurry) : due;
  };
  return {
    ...schedule,
    at: (due: Instant, run: () => void | Promise<void>) => schedule.at(sooner(due), run),
    hurry: (): number => hurry,
    /** How many times shorter than at Codat waiting is: 1 is Codat's own pace. */
    setHurry: (next: number): void => {
      schedule.stretch(now(), hurry / next);
      hurry = next;
    },
  };
};

export type HurriedSchedule = ReturnType<typeof createHurriedSchedule>;
