import type { Share } from '../conversion.ts';
import { Z_95 } from '../rate.ts';
import { twoSidedP } from './normal.ts';

/**
 * How likely a difference as large as this one would be if there were none, from its 95% confidence interval: under 5%
 * exactly if the interval excludes 0. The interval’s side towards 0 gives the standard error.
 * Source: D. G. Altman and J. M. Bland, “How to obtain the P value from a confidence interval”, BMJ 343 (2011), d2304.
 */
export const pOfDifference = ({ share, low, high }: Share): number => {
  const towardsZero = share > 0 ? share - low : high - share;
  return share === 0 ? 1 : twoSidedP((Z_95 * share) / towardsZero);
};
