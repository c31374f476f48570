import { cautiousDifference, ENOUGH_RIPE, type Estimate, type Share } from '../conversion.ts';
import { type Rate, rate } from '../rate.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { pOfDifference } from './difference.ts';
import type { Counts } from './mantel-haenszel.ts';
import { type Portfolio, standardize } from './standardize.ts';

/** The customers of an account manager with one kind of software, or without known software, and how many connected. */
export type Tally = Counts & {
  managerId: string | null;
  software: string | null;
  complexity: string | null;
};

/** A portfolio’s conversion, and how it compares with all other portfolios. */
export type Compared = {
  managerId: string | null;
  raw: Rate;
  /** With everybody’s mix of software. */
  standardized: Estimate;
  /** By how much it is above the rest of the team, both standardized. Null if there is no rest. */
  difference: Share | null;
  /** Whether that difference can hardly be chance. */
  clear: boolean;
};

/** Of nobody, the share may be anything. */
const UNKNOWN: Estimate = { share: null, low: 0, high: 1 };

/** The share of false claims to expect among the differences that are called clear. */
const FALSE_CLAIMS = 0.05;

const totalOf = (tallies: readonly Tally[]): Counts => ({
  count: tallies.reduce((sum, { count }) => sum + count, 0),
  of: tallies.reduce((sum, { of }) => sum + of, 0),
});

const portfolioOf = (tallies: readonly Tally[]): Portfolio => ({
  strata: tallies.flatMap(({ software, complexity, count, of }) =>
    software === null ? [] : [{ stratum: software, group: complexity ?? '', count, of }],
  ),
  unknown: totalOf(tallies.filter(({ software }) => software === null)),
});

/** The customers of all portfolios together, by software. */
const together = (tallies: readonly Tally[]): Tally[] =>
  [...Map.groupBy(tallies, ({ software }) => software).values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ ...first, managerId: null, ...totalOf(some) }] : [];
  });

/** Everybody’s customers without those of one portfolio. */
const without = (everybody: readonly Tally[], own: readonly Tally[]): Tally[] => {
  const ownOf = new Map(own.map((tally) => [tally.software, tally]));
  return everybody.map((all) => {
    const mine = ownOf.get(all.software);
    return { ...all, count: all.count - (mine?.count ?? 0), of: all.of - (mine?.of ?? 0) };
  });
};

const compare = (managerId: string | null, own: readonly Tally[], rest: readonly Tally[]) => {
  const [mine, theirs] = [portfolioOf(own), portfolioOf(rest)];
  const standardized = standardize(mine, theirs);
  const others = standardize(theirs, mine);
  return {
    managerId,
    raw: rate(totalOf(own).count, totalOf(own).of),
    standardized: standardized ?? UNKNOWN,
    difference: standardized && others && cautiousDifference(standardized, others),
    enough: Math.min(totalOf(own).of, totalOf(rest).of) >= ENOUGH_RIPE,
  };
};

/**
 * The conversion of each portfolio, raw and standardized to everybody’s mix of software. A difference from the rest of
 * the team is clear if both have at least 20 customers and its 95% confidence interval excludes 0, even when as many are
 * tested as there are portfolios: else, of twenty equally good account managers, one would be called better or worse.
 */
export const comparePortfolios = (tallies: readonly Tally[]): Compared[] => {
  const everybody = together(tallies);
  const compared = [...Map.groupBy(tallies, ({ managerId }) => managerId)].map(([id, own]) =>
    compare(id, own, without(everybody, own)),
  );
  const values = compared.map(({ difference, enough }) =>
    difference && enough ? pOfDifference(difference) : 1,
  );
  const believed = benjaminiHochberg(values, FALSE_CLAIMS);
  return compared.map(({ enough: _, ...one }, index) => ({
    ...one,
    clear: believed[index] ?? false,
  }));
};
