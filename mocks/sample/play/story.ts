import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { createSchedule } from '../../codat/time/schedule.ts';
import { nextWorkingTime } from '../behaviour/working-hours.ts';
import type { Random } from '../random.ts';

/**
 * What happens to a customer, in order: it yields the moment at which it goes on, and then something happens. One
 * thing happens at a moment, so that nobody can mistake the order. It may end with a result.
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
    /** So many hours from now. */
    later,
    /** So many hours from now, or when people are at work after that. */
    laterAtWork: (hours: number): Instant => nextWorkingTime(later(hours), zone, random),
    /** So many hours before the present. */
    ago: (hours: number): Instant => addHours(present, -hours),
    /** Lets what is due by the given moment happen. */
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
 * Tells a story up to the present. What would come later has not happened yet.
 * @throws Error when the story goes back in time
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
