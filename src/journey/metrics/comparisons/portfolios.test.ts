import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { describe, expect, it } from 'vitest';
import { comparePortfolios, type Tally } from './portfolios.ts';

/** Software with its complexity, and the share that connects. */
const SOFTWARE = [
  ['xero', 'simple', 0.9],
  ['sage', 'moderate', 0.75],
  ['netsuite', 'complex', 0.6],
] as const;

const MANAGERS = 10;

/** Ten account managers with different mixes, with 45 customers each. `effect` is how much more of theirs connect. */
const teamOf = (generator: ReturnType<typeof mersenne>, effect: (manager: number) => number) =>
  Array.from({ length: MANAGERS }, (_, manager) =>
    SOFTWARE.map(([software, complexity, share], index): Tally => {
      const of = 10 + 30 * Number(index === manager % 3) + 5 * Number(index === (manager + 1) % 3);
      const chance = 1000 * (share + effect(manager));
      const count = Array.from({ length: of }, () => uniformInt(generator, 1, 1000) <= chance);
      return {
        managerId: `manager-${manager}`,
        software,
        complexity,
        of,
        count: count.filter(Boolean).length,
      };
    }),
  ).flat();

describe('of 200 teams of ten account managers', () => {
  const generator = mersenne(11);
  const clearIn = (effect: (manager: number) => number) =>
    Array.from({ length: 200 }, () =>
      comparePortfolios(teamOf(generator, effect)).filter(({ clear }) => clear),
    );

  it('who are equally good but have different mixes, at most 8% call anybody better or worse', () => {
    const claims = clearIn(() => 0).filter((clear) => clear.length > 0);
    expect(claims.length / 200).toBeLessThanOrEqual(0.08);
  });

  it('with one who connects 30 points fewer, at least 80% name that one', () => {
    const found = clearIn((manager) => (manager === 4 ? -0.3 : 0)).filter((clear) =>
      clear.some(
        ({ managerId, difference }) =>
          managerId === 'manager-4' && difference && difference.share < 0,
      ),
    );
    expect(found.length / 200).toBeGreaterThanOrEqual(0.8);
  });
});

it('nothing is clear with fewer than 20 customers on a side', () => {
  const tally = (managerId: string, count: number, of: number): Tally => ({
    ...{ managerId, software: 'xero', complexity: 'simple', count, of },
  });
  const [few] = comparePortfolios([tally('few', 0, 19), tally('many', 190, 200)]);
  expect(few?.difference?.high).toBeLessThan(0);
  expect(few?.clear).toBe(false);
});

it('a team of one has nothing to be compared with', () => {
  const [only] = comparePortfolios([
    { managerId: 'only', software: 'xero', complexity: 'simple', count: 30, of: 40 },
  ]);
  expect(only).toMatchObject({ difference: null, clear: false });
  expect(only?.standardized.share).toBeCloseTo(0.75, 9);
});
