import { describe, expect, it } from 'vitest';
import { failuresNeeded, nextSum, thresholdOf, usualShare, weights } from './cusum.ts';

describe('the weights of the CUSUM', () => {
  // S. H. Steiner and others (2000), p. 446, and S. H. Steiner, “Risk-adjusted monitoring of outcomes in health care” (2014),
  // p. 234: deaths after heart surgery, of which ln(p / (1 − p)) = −3.68 + 0.077 × the Parsonnet score, at twice the odds.
  it.each([
    [0, 0.669, -0.024],
    [50, 0.26, -0.433],
  ])('are those published for a Parsonnet score of %i', (score, died, survived) => {
    const share = 1 / (1 + Math.exp(3.68 - 0.077 * score));
    const { failed, approved } = weights(share, 2);
    expect(failed).toBeCloseTo(died, 3);
    expect(approved).toBeCloseTo(survived, 3);
  });

  it('make the sum fall where nothing changed, and rise at four times the odds', () => {
    for (const share of [0.001, 0.02, 0.16, 0.3, 0.6, 0.95]) {
      const { failed, approved } = weights(share);
      const worse = (4 * share) / (1 + 3 * share);
      expect(share * failed + (1 - share) * approved).toBeLessThan(0);
      expect(worse * failed + (1 - worse) * approved).toBeGreaterThan(0);
    }
  });
});

it('the sum of the CUSUM stays between 0 and the threshold', () => {
  expect(nextSum(0.2, -0.5, 4)).toBe(0);
  expect(nextSum(1, 1.1, 4)).toBeCloseTo(2.1);
  expect(nextSum(3.5, 1.1, 4)).toBe(4);
});

it('the usual share of new software is that of all, and of well-known software its own', () => {
  const all = { failed: 99.5, of: 999 };
  expect(usualShare({ failed: 0, of: 0 }, all)).toBeCloseTo(0.1);
  expect(usualShare({ failed: 6, of: 10 }, all)).toBeCloseTo(7 / 20);
  expect(usualShare({ failed: 300, of: 1000 }, all)).toBeCloseTo(0.298, 3);
});

it('the usual share is neither 0 nor 1, whatever was seen', () => {
  expect(usualShare({ failed: 0, of: 5000 }, { failed: 0, of: 5000 })).toBeGreaterThan(0);
  expect(usualShare({ failed: 50, of: 50 }, { failed: 50, of: 50 })).toBeLessThan(1);
});

it('the threshold grows by ln 10 with ten times as many customers, from 25 a week on', () => {
  expect(thresholdOf(2500) - thresholdOf(250)).toBeCloseTo(Math.log(10));
  expect(thresholdOf(3)).toBe(thresholdOf(25));
});

it('more customers must fail to notice an incident of software that often fails', () => {
  const h = thresholdOf(100);
  expect(failuresNeeded(0.1, h)).toBe(5);
  expect(failuresNeeded(0.5, h)).toBe(12);
  expect(failuresNeeded(0.001, 1)).toBe(3);
});
