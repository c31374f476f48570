import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rate, wilson } from './rate.ts';

const shares = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat())
  .map(([of, any]) => ({ count: any % (of + 1), of }));

describe('the Wilson interval', () => {
  it.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i out of %i is as published by Newcombe', (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 4);
    expect(wilson(count, of).high).toBeCloseTo(high, 4);
  });

  it('contains the share, stays within 0 and 1, and mirrors that of the complement', () => {
    fc.assert(
      fc.property(shares, ({ count, of }) => {
        const { low, high } = wilson(count, of);
        const rest = wilson(of - count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(count / of);
        expect(high).toBeGreaterThanOrEqual(count / of);
        expect(high).toBeLessThanOrEqual(1);
        expect(rest.low).toBeCloseTo(1 - high, 10);
      }),
    );
  });

  it('narrows as the sample grows', () => {
    fc.assert(
      fc.property(shares, ({ count, of }) => {
        const [few, many] = [wilson(count, of), wilson(10 * count, 10 * of)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('a rate', () => {
  it('of 0 has neither a share nor an interval', () => {
    expect(rate(0, 0)).toEqual({ count: 0, of: 0, rate: null, interval: null, tooFew: true });
  });

  it.each([
    [4, true],
    [5, false],
  ])('of %i has tooFew: %s', (of, tooFew) => {
    expect(rate(1, of)).toMatchObject({ rate: 1 / of, tooFew });
  });
});
