import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { describe, expect, it } from 'vitest';
import { slowStandardize } from '../../testing/slow-standardize.ts';
import { differenceOf } from '../conversion.ts';
import { type Portfolio, type Standardized, type Stratum, standardize } from './standardize.ts';

const NOBODY = { count: 0, of: 0 };
const of = (strata: Stratum[], unknown = NOBODY): Portfolio => ({ strata, unknown });
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const known = (found: Standardized | null): Standardized => {
  if (!found) throw new Error('The portfolio has no customers.');
  return found;
};

/**
 * Deaths by age, the person-years as the published rates imply them, and the US standard million of 1970.
 * Source: E. L. Frome, “Directly adjusted rates”, Oak Ridge National Laboratory, example 1,
 * http://www.csm.ornl.gov/~frome/ES/ex-direct.html
 */
const DEATHS = [
  { count: 3, rate: 36.1228, weight: 0.28111788 },
  { count: 9, rate: 17.2003, weight: 0.21226284 },
  { count: 7, rate: 15.6352, weight: 0.22695215 },
  { count: 2, rate: 5.7322, weight: 0.19851136 },
  { count: 1, rate: 10.5584, weight: 0.08115578 },
];
/** Persons for each unit of the published rates: so many that few borrow, and that counts are as good as Poisson’s. */
const PERSONS = 1e9;

it('the directly adjusted rate of the published example is 19.3490', () => {
  const ages = DEATHS.map(({ count, rate }, age) => ({
    ...{ stratum: `${age}`, group: 'all', count },
    of: (count / rate) * PERSONS,
  }));
  const standard = DEATHS.map(({ weight }, age) => ({
    ...{ stratum: `${age}`, group: 'all', count: 0 },
    of: weight * 1e6 * PERSONS,
  }));
  expect((standardize(of(ages), of(standard))?.share ?? 0) * PERSONS).toBeCloseTo(19.349, 3);
});

/** How many of a portfolio connected: 90% of those with simple software, 66% of those with complex. */
const managing = (simple: number, complex: number) =>
  of([
    { stratum: 'simple', group: 'simple', count: Math.round(0.898 * simple), of: simple },
    { stratum: 'complex', group: 'complex', count: Math.round(0.658 * complex), of: complex },
  ]);

it('two equally good managers with 20% and 70% complex software, raw 85% and 73%, are standardized alike', () => {
  const [one, other] = [managing(800, 200), managing(300, 700)];
  const raw = [one, other].map(({ strata }) => sum(strata.map(({ count }) => count)) / 1000);
  expect(raw.map((share) => share.toFixed(2))).toEqual(['0.85', '0.73']);
  const [first, second] = [known(standardize(one, other)), known(standardize(other, one))];
  expect(first.share).toBeCloseTo((0.898 * 1100 + 0.658 * 900) / 2000, 2);
  expect(second.share).toBeCloseTo(first.share, 2);
  const { low, high } = differenceOf(first, second);
  expect([low < 0, high > 0]).toEqual([true, true]);
});

it('a portfolio without anything to compare with is its raw share, with Wilson’s interval nearly', () => {
  const own = of([{ stratum: 'easy', group: 'simple', count: 70, of: 100 }]);
  const found = standardize(own, of([]));
  expect(found?.share).toBeCloseTo(0.7, 9);
  expect(found?.low).toBeCloseTo(0.604, 2);
  expect(found?.high).toBeCloseTo(0.781, 2);
});

it('those whose stratum isn’t known count as the portfolio’s own', () => {
  const own = of([{ stratum: 'easy', group: 'simple', count: 40, of: 50 }], { count: 0, of: 50 });
  const others = of([{ stratum: 'easy', group: 'simple', count: 400, of: 500 }]);
  expect(standardize(own, others)?.share).toBeCloseTo(0.4, 9);
  expect(standardize(of([], { count: 0, of: 9 }), others)).toMatchObject({ share: 0, low: 0 });
  expect(standardize(of([]), others)).toBeNull();
});

it('a stratum without own customers borrows what the portfolio reaches more or less elsewhere', () => {
  const others = of([
    { stratum: 'a', group: 'simple', count: 80, of: 100 },
    { stratum: 'b', group: 'simple', count: 60, of: 100 },
  ]);
  const better = of([{ stratum: 'a', group: 'simple', count: 10_000, of: 10_000 }]);
  // All but its own customers, who are most of stratum a, reach 60% in b.
  const mix = (10_100 * 1 + 100 * 0.6) / 10_200;
  expect(standardize(better, others)?.share).toBeCloseTo(mix, 2);
});

const portfolios = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('a', 'b', 'c', 'd'),
      of: fc.integer({ min: 0, max: 30 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 4 },
  )
  .map((strata) =>
    of(
      strata.map(({ part, ...one }) => ({
        ...one,
        group: one.stratum < 'c' ? 'simple' : 'complex',
        count: Math.round(part * one.of),
      })),
    ),
  );

it('the interval contains the share, and neither leaves 0 to 1', () => {
  fc.assert(
    fc.property(portfolios, portfolios, (own, others) => {
      const found = standardize(own, others);
      if (!found) return;
      const { low, share, high } = found;
      expect([0, low, share, high, 1]).toEqual([0, low, share, high, 1].toSorted((a, b) => a - b));
    }),
  );
});

const countsIn = ({ strata }: Portfolio, name: string) => {
  const own = strata.filter(({ stratum }) => stratum === name);
  return { count: sum(own.map(({ count }) => count)), of: sum(own.map(({ of }) => of)) };
};

it('share and interval equal those of a slow count that measures how much each customer matters', () => {
  const unknown = fc.integer({ min: 0, max: 20 }).map((of) => ({ count: 0, of }));
  fc.assert(
    fc.property(portfolios, portfolios, unknown, (own, others, unknown) => {
      const rows = ['a', 'b', 'c', 'd'].map((name) => ({
        software: name,
        complexity: name < 'c' ? 'simple' : 'complex',
        own: countsIn(own, name),
        rest: countsIn(others, name),
      }));
      const found = standardize({ ...own, unknown }, others);
      const slow = slowStandardize(rows, unknown);
      expect(found === null).toBe(slow.share === null);
      if (!found || slow.share === null) return;
      expect(found.share).toBeCloseTo(slow.share, 9);
      expect(found.low).toBeCloseTo(slow.low, 6);
      expect(found.high).toBeCloseTo(slow.high, 6);
    }),
  );
});

it('one customer more never makes the share jump', () => {
  const others = of([
    { stratum: 'a', group: 'simple', count: 90, of: 100 },
    { stratum: 'b', group: 'complex', count: 50, of: 100 },
  ]);
  const shares = Array.from({ length: 30 }, (_, more) => {
    const few = { stratum: 'b', group: 'complex', count: Math.round(more / 2), of: more };
    const found = standardize(
      of([{ stratum: 'a', group: 'simple', count: 45, of: 50 }, few]),
      others,
    );
    return found?.share ?? 0;
  });
  for (const [index, share] of shares.slice(1).entries())
    expect(Math.abs(share - (shares[index] ?? 0))).toBeLessThan(0.07);
});

/** Software with the complexity and the share that all managers reach with it. */
const SOFTWARE = [
  ['a', 'simple', 0.9],
  ['b', 'simple', 0.85],
  ['c', 'simple', 0.8],
  ['d', 'moderate', 0.8],
  ['e', 'moderate', 0.7],
  ['f', 'moderate', 0.65],
  ['g', 'complex', 0.65],
  ['h', 'complex', 0.55],
  ['i', 'complex', 0.5],
] as const;
const EVERYBODY = [80, 40, 20, 40, 30, 10, 30, 20, 10];

describe.each([
  ['a mostly simple mix', [30, 15, 5, 0, 0, 0, 12, 4, 2], 0],
  ['a mostly complex mix', [5, 4, 2, 6, 3, 2, 30, 15, 8], 0],
  ['few customers of any software', [5, 3, 1, 2, 1, 0, 1, 0, 1], 0],
  ['few customers and less success', [5, 3, 1, 2, 1, 0, 1, 0, 1], -0.15],
  ['many customers and less success', [100, 50, 30, 40, 30, 10, 40, 30, 20], -0.05],
])('of 1,000 portfolios with %s,', (_, customers, effect) => {
  const generator = mersenne(7);
  const connected = (of: number, share: number) =>
    Array.from({ length: of }, () => uniformInt(generator, 1, 1000) <= 1000 * share).filter(Boolean)
      .length;
  const drawn = (sizes: number[], effect: number) =>
    of(
      SOFTWARE.map(([stratum, group, share], index) => {
        const size = sizes[index] ?? 0;
        return { stratum, group, of: size, count: connected(size, share + effect) };
      }),
    );
  const everybody = EVERYBODY.map((size, index) => size + (customers[index] ?? 0));
  const expected = sum(SOFTWARE.map(([, , share], index) => share * (everybody[index] ?? 0)));
  const usual = expected / sum(everybody);
  const found = Array.from({ length: 1000 }, () => {
    const [own, others] = [drawn(customers, effect), drawn(EVERYBODY, 0)];
    const [one, other] = [known(standardize(own, others)), known(standardize(others, own))];
    return { one, difference: differenceOf(one, other) };
  });
  const covered = (intervals: { low: number; high: number }[], truth: number) =>
    intervals.filter(({ low, high }) => low <= truth && truth <= high).length / 10;

  it('93 to 97% have an interval that contains what they would reach with everybody’s mix', () => {
    const coverage = covered(
      found.map(({ one }) => one),
      usual + effect,
    );
    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });

  it('93 to 97% have an interval that contains the difference from the others', () => {
    const coverage = covered(
      found.map(({ difference }) => difference),
      effect,
    );
    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });
});
