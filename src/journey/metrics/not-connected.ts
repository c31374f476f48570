import { conversionWithin, type Pursuit, timeToReach } from './conversion.ts';
import { FEW } from './rate.ts';

const TOO_FEW = { share: null, low: null, high: null, medianHours: null };

/**
 * The share of customers who don’t connect within a number of days, the complement of `conversionWithin`, and how many it
 * rests on: `open` haven’t connected so far, `ripe` are at least as old. Below 5 of those there is neither a share nor the
 * hours in which half of them connect.
 */
export const notConnectedWithin = (days: number, all: readonly Pursuit[]) => {
  const { share, low, high, of, ripe } = conversionWithin(days, all);
  const counts = {
    ...{ days, of, ripe, tooFew: ripe < FEW },
    open: all.filter(({ reachedAfter }) => reachedAfter === null).length,
  };
  if (share === null || counts.tooFew) return { ...counts, ...TOO_FEW };
  const { median } = timeToReach(all);
  return { ...counts, share: 1 - share, low: 1 - high, high: 1 - low, medianHours: median.hours };
};
