import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Compared, type Counts, mantelHaenszel } from './mantel-haenszel.ts';

const of = (count: number, without: number): Counts => ({ count, of: count + without });

/**
 * Admitted and rejected applicants, men against women, of the six largest departments of Berkeley in 1973.
 * Sources: P. J. Bickel et al., Science 187 (1975), as R’s data set UCBAdmissions; the results are those of R’s
 * `mantelhaen.test(UCBAdmissions)`, which uses the same variance.
 */
const ADMISSIONS: Compared[] = [
  { with: of(512, 313), without: of(89, 19) },
  { with: of(353, 207), without: of(17, 8) },
  { with: of(120, 205), without: of(202, 391) },
  { with: of(138, 279), without: of(131, 244) },
  { with: of(53, 138), without: of(94, 299) },
  { with: of(22, 351), without: of(24, 317) },
];

it('men’s odds of admission, adjusted for the department, are those that R publishes', () => {
  const found = mantelHaenszel(ADMISSIONS);
  expect(found?.ratio).toBeCloseTo(0.9046968, 6);
  expect(found?.low).toBeCloseTo(0.7719074, 6);
  expect(found?.high).toBeCloseTo(1.0603298, 6);
  // Without the adjustment, men seem to be admitted almost twice as often.
  expect((1198 / 1493 / (557 / 1278)).toFixed(2)).toBe('1.84');
});

/** The first stratum alone has a well-known formula: ad ÷ bc, with the variance 1/a + 1/b + 1/c + 1/d by Woolf (1955). */
it('one stratum has the plain odds ratio with Woolf’s interval', () => {
  const found = mantelHaenszel(ADMISSIONS.slice(0, 1));
  const error = Math.sqrt(1 / 512 + 1 / 313 + 1 / 89 + 1 / 19);
  expect(found?.ratio).toBeCloseTo((512 * 19) / (313 * 89), 9);
  expect(Math.log((found?.high ?? 0) / (found?.ratio ?? 1)) / 1.959964).toBeCloseTo(error, 9);
});

it('strata without anyone to compare with tell nothing', () => {
  const alone: Compared = { with: of(3, 9), without: of(0, 0) };
  expect(mantelHaenszel([])).toBeNull();
  expect(mantelHaenszel([alone])).toBeNull();
  expect(mantelHaenszel([...ADMISSIONS, alone])).toEqual(mantelHaenszel(ADMISSIONS));
});

it('a ratio of 0 is corrected by adding half a customer to each cell', () => {
  const found = mantelHaenszel([{ with: of(0, 20), without: of(10, 10) }]);
  expect(found?.ratio).toBeCloseTo((0.5 * 10.5) / (20.5 * 10.5), 9);
  expect(found?.p).toBeLessThan(0.05);
});

const counts = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([count, without]) => of(count, without));
const strata = fc.array(fc.record({ with: counts, without: counts }), { maxLength: 8 });

it('swapping the groups turns the ratio round', () => {
  fc.assert(
    fc.property(strata, (all) => {
      const found = mantelHaenszel(all);
      const swapped = mantelHaenszel(all.map((one) => ({ with: one.without, without: one.with })));
      expect(found === null).toBe(swapped === null);
      if (!found || !swapped) return;
      expect(swapped.ratio).toBeCloseTo(1 / found.ratio, 6);
      expect(swapped.p).toBeCloseTo(found.p, 9);
      expect(found.low).toBeLessThanOrEqual(found.ratio);
      expect(found.high).toBeGreaterThanOrEqual(found.ratio);
      // The interval excludes 1 exactly when p is under 5%.
      const excluded = found.low > 1 || found.high < 1;
      if (Math.abs(found.p - 0.05) > 1e-6) expect(excluded).toBe(found.p < 0.05);
    }),
  );
});
