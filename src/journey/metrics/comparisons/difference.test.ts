import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf } from '../conversion.ts';
import { wilson } from '../rate.ts';
import { pOfDifference } from './difference.ts';

/**
 * A trial of zinc, with the p value of 0.032 that it reported, and the interval of 17.0 ± 15.56 points that follows.
 * Source: D. G. Altman and J. M. Bland, “How to obtain the confidence interval from a P value”, BMJ 343 (2011), d2090.
 */
it('is the reported p value of the published interval', () => {
  const interval = { low: 17 - 15.56, high: 17 + 15.56 };
  expect(pOfDifference({ share: 17, ...interval })).toBeCloseTo(0.032, 3);
});

it('p is under 5% exactly if the interval excludes 0', () => {
  const share = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })).map(([count, of]) => ({
    share: Math.min(count, of) / of,
    ...wilson(Math.min(count, of), of),
  }));
  fc.assert(
    fc.property(share, share, (one, other) => {
      const found = differenceOf(one, other);
      const p = pOfDifference(found);
      if (Math.abs(p - 0.05) > 1e-6) expect(found.low > 0 || found.high < 0).toBe(p < 0.05);
    }),
  );
});
