import {
  areCountsApart,
  areMediansApart,
  compare,
  conversionWithin,
  DAY_HOURS,
  timeToReach,
} from '../../src/journey/metrics/conversion.ts';
import { seeded } from '../../src/journey/testing/seeded.ts';
import { invite, type Process, seenAt } from './process.ts';

export type Looks = Process & { periodDays: number; looks: number; seed: number };

/** The share of looks at a process that never changes in which a tile shows an arrow. */
export type Arrows = { conversion: number; time: number; count: number };

/** Each look compares two periods, one after the other, up to now. */
export const arrowsIn = ({ periodDays, looks, seed, ...process }: Looks): Arrows => {
  const random = seeded(seed);
  const hours = periodDays * DAY_HOURS;
  const shown = { conversion: 0, time: 0, count: 0 };
  for (let look = 0; look < looks; look += 1) {
    const all = invite(process, 2 * hours, random);
    const seen = (from: number, to: number) =>
      seenAt(
        2 * hours,
        all.filter(({ at }) => at >= from && at < to),
      );
    const [before, now] = [seen(0, hours), seen(hours, 2 * hours)];
    const median = (some: typeof now) => timeToReach(some).median;
    if (compare(conversionWithin(14, now), conversionWithin(14, before)).clear)
      shown.conversion += 1;
    if (areMediansApart(median(now), median(before))) shown.time += 1;
    const count = (some: typeof now) => ({ count: some.length, hours });
    if (areCountsApart(count(now), count(before))) shown.count += 1;
  }
  return {
    conversion: shown.conversion / looks,
    time: shown.time / looks,
    count: shown.count / looks,
  };
};
