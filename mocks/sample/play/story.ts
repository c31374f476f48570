import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { createSchedule } from '../../codat/time/schedule.ts';
import { nextWorkingTime } from '../behaviour/working-hours.ts';
import type { Random } from '../random.ts';

/**
 * What happens to a customer, in order. Yields the time of the next action, then takes it. Each time has one action, so
 * the order is unambiguous. May return a result.
 */
export type Story<Result = void> = Generator<Instant, Result, void>;

export const minutes = (count: number): number => count / 60;
export const days = (count: number): number => count * 24;

/** The time within a story, up to the present. */
export const createStoryTime = (present: Instant, zone: { hoursAhead: number }, random: Random) => {
  const schedule = createSchedule();
  let clock = addHours(present, -days(1000));
  const later = (hours: number): Instant => addHours(clock, hours);
  return {
    present,
    schedule,
    now: (): Instant => clock,
    /** The given hours from now. */
    later,
    /** The given hours from now, or the next working time after that. */
    laterAtWork: (hours: number): Instant => nextWorkingTime(later(hours), zone, random),
    /** The given hours before the present. */
    ago: (hours: number): Instant => addHours(present, -hours),
    /** Runs what is due by the given time. */
    advance: async (moment: Instant): Promise<void> => {
      await schedule.runUntil(moment, (due) => {
        clock = due;
      });
      clock = moment;
    },
  };
};

export type StoryTime = ReturnType<typeof createStoryTime>;

/**
 * Runs a story up to the present and stops before anything later.
 * @throws Error when the story doesn't move forward in time
 */
export const runStory = async (story: Story, time: StoryTime): Promise<void> => {
  for (const moment of story) {
    if (moment > time.present) break;
    if (moment <= time.now())
      throw new Error(`A story can’t go from ${time.now()} to ${moment}, which is no later.`);
    await time.advance(moment);
  }
  await time.advance(time.present);
};
