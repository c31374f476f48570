import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpike, twoProportionZ } from './spike.ts';

const failures = (failed: number, ended: number) => ({ failed, ended });
const any = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([failed, authorized]) => failures(failed, failed + authorized));

describe('the two-proportion z-test', () => {
  it('gives the z computed by hand', () => {
    // p = 60/300 = 0.2; (0.4 − 0.1) / √(0.2 × 0.8 × (1/100 + 1/200)) = 0.3 / √0.0024
    expect(twoProportionZ(failures(40, 100), failures(20, 200))).toBeCloseTo(6.1237, 4);
  });

  it('changes sign with the order, and gives 0 for a sample against itself', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(twoProportionZ(a, b)).toBeCloseTo(-twoProportionZ(b, a), 10);
        expect(twoProportionZ(a, a)).toBeCloseTo(0, 10);
      }),
    );
  });
});

describe('a spike', () => {
  it.each([
    ['9 of 14 failures, normally 11%', failures(9, 14), failures(11, 100), true],
    ['4 failures of 4, however bad', failures(4, 4), failures(0, 1000), false],
    ['5 failures of 5', failures(5, 5), failures(0, 1000), true],
    ['9 points more than usual', failures(190, 1000), failures(1000, 10_000), false],
    ['11 points more than usual', failures(210, 1000), failures(1000, 10_000), true],
    ['a difference that may be chance', failures(5, 10), failures(10, 30), false],
    ['fewer failures than usual', failures(5, 100), failures(50, 100), false],
    ['no earlier attempts', failures(9, 9), failures(0, 0), false],
    ['p just above 0.01: z = 2.52', failures(19, 100), failures(7, 100), false],
    ['p just below 0.01: z = 2.69', failures(20, 100), failures(7, 100), true],
  ])('given %s: isSpike(%o, %o) is %s', (_, lately, before, expected) => {
    expect(isSpike(lately, before)).toBe(expected);
  });

  it('has at least five failures and a worse rate than before, never the reverse', () => {
    fc.assert(
      fc.property(any, any, (lately, before) => {
        if (!isSpike(lately, before)) return;
        expect(lately.failed).toBeGreaterThanOrEqual(5);
        expect(lately.failed / lately.ended).toBeGreaterThan(before.failed / before.ended);
        expect(isSpike(before, lately)).toBe(false);
      }),
    );
  });
});
