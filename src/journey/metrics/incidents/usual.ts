import { addHours, type Instant } from '../../instant.ts';
import { type Failures, thresholdOf, usualShare } from './cusum.ts';
import type { Outcome } from './outcomes.ts';

const WEEK_HOURS = 7 * 24;
const USUAL_WEEKS = 4;

/** What is usual is told by the 28 days that ended 7 days before: an incident must not be among them from the start. */
const APART_HOURS = WEEK_HOURS;
export const USUAL_HOURS = APART_HOURS + USUAL_WEEKS * WEEK_HOURS;

/** From fewer customers with any software nobody can tell what is usual. */
const LEAST_KNOWN = 20;

/** What was usual for some software at a moment. */
export type Usual = {
  /** Its own customers in the 28 days. */
  own: Failures;
  /** The share that usually fails, and the threshold. */
  share: number;
  h: number;
};

const none = (): Failures => ({ failed: 0, of: 0 });

/**
 * Follows what is usual through outcomes in the order of time. Ask for moments in that order too. Null while there is too
 * little to tell.
 */
export const followUsual = (outcomes: readonly Outcome[]) => {
  const bySoftware = new Map<string, Failures>();
  const all = none();
  let [entering, leaving] = [0, 0];
  const count = ({ software, failed }: Outcome, sign: 1 | -1) => {
    const own = bySoftware.get(software) ?? none();
    bySoftware.set(software, own);
    for (const counts of [all, own]) {
      if (failed) counts.failed += sign;
      counts.of += sign;
    }
  };
  /** Counts those before a moment that weren’t counted yet. Returns where it stopped. */
  const pass = (from: number, end: Instant, sign: 1 | -1): number => {
    let index = from;
    for (let one = outcomes[index]; one && one.at < end; one = outcomes[index]) {
      count(one, sign);
      index += 1;
    }
    return index;
  };
  return (software: string, at: Instant): Usual | null => {
    entering = pass(entering, addHours(at, -APART_HOURS), 1);
    leaving = pass(leaving, addHours(at, -USUAL_HOURS), -1);
    if (all.of < LEAST_KNOWN) return null;
    const own = { ...(bySoftware.get(software) ?? none()) };
    return { own, share: usualShare(own, all), h: thresholdOf(all.of / USUAL_WEEKS) };
  };
};
