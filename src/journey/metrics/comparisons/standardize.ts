import { FEW, wilson } from '../rate.ts';
import type { Counts } from './mantel-haenszel.ts';

/** Customers who are alike in what makes connecting hard, and the group of strata that are similar to theirs. */
export type Stratum = Counts & { stratum: string; group: string };

/** The customers of one portfolio: by stratum, and those whose stratum isn’t known. */
export type Portfolio = { strata: readonly Stratum[]; unknown: Counts };

/** The share that a portfolio would reach with everybody’s mix of strata, with its 95% confidence interval. */
export type Standardized = { share: number; low: number; high: number };

/** One stratum of a portfolio, beside that of all others. */
type Cell = {
  group: string;
  own: Counts;
  others: Counts;
  /** The share of this stratum among everybody’s customers. */
  weight: number;
  /** The share that everybody’s customers reach in it. */
  usual: number;
};

const total = (all: readonly Counts[]): Counts => ({
  count: all.reduce((sum, { count }) => sum + count, 0),
  of: all.reduce((sum, { of }) => sum + of, 0),
});

const shareOf = ({ count, of }: Counts): number => (of === 0 ? 0 : count / of);

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const cellsOf = (own: Portfolio, others: Portfolio): Cell[] => {
  const all = [...own.strata, ...others.strata].filter(({ of }) => of > 0);
  const everybody = total(all).of;
  const byStratum = (strata: readonly Stratum[]) => Map.groupBy(strata, ({ stratum }) => stratum);
  const [mine, theirs] = [byStratum(own.strata), byStratum(others.strata)];
  return [...byStratum(all)].map(([name, rows]) => ({
    group: rows[0]?.group ?? '',
    own: total(mine.get(name) ?? []),
    others: total(theirs.get(name) ?? []),
    weight: total(rows).of / everybody,
    usual: shareOf(total(rows)),
  }));
};

const sumOf = (cells: readonly Cell[], value: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + value(cell), 0);

const customersOf = (cells: readonly Cell[]): number => sumOf(cells, ({ own }) => own.of);

/**
 * Estimates something of every cell that is known only of those with own customers, `known`. Each cell counts five
 * customers more than its own, at the mean of its group. So does each group, at the mean of all. So a cell borrows less
 * with every customer of its own: half of it at five, and never all or nothing.
 */
const borrow = (cells: readonly Cell[], known: (cell: Cell) => number) => {
  const sum = (some: readonly Cell[]) => sumOf(some, (cell) => cell.own.of * known(cell));
  const mean = (some: readonly Cell[], borrowed: number) =>
    (sum(some) + FEW * borrowed) / (customersOf(some) + FEW);
  const ofAll = sum(cells) / customersOf(cells);
  const groups = Map.groupBy(cells, ({ group }) => group);
  const ofGroup = new Map([...groups].map(([group, some]) => [group, mean(some, ofAll)]));
  return (cell: Cell): number => mean([cell], ofGroup.get(cell.group) ?? ofAll);
};

/**
 * How much the share of a cell’s own customers counts in the result, which is linear in it: by the cell’s weight, and by
 * what others borrow from it, through its group and through all.
 */
const influenceOn = (cells: readonly Cell[]): ((cell: Cell) => number) => {
  const lentBy = (some: readonly Cell[]) =>
    sumOf(some, ({ own, weight }) => (weight * FEW) / (own.of + FEW)) / (customersOf(some) + FEW);
  const groups = [...Map.groupBy(cells, ({ group }) => group)];
  const lent = new Map(groups.map(([group, some]) => [group, lentBy(some)]));
  const lentByAll = (FEW * [...lent.values()].reduce((a, b) => a + b, 0)) / customersOf(cells);
  return ({ group, own, weight }) =>
    own.of * (weight / (own.of + FEW) + (lent.get(group) ?? 0) + lentByAll);
};

/** Keeps a share away from 0 and 1, where a small sample would seem certain: half a customer more either way. */
const soften = (share: number, of: number): number => (share * of + 0.5) / (of + 1);

const varianceOf = (share: number, of: number): number =>
  of === 0 ? 0 : (share * (1 - share)) / of;

/** A share, and the same softened, with the variance of that. */
type Estimate = { share: number; soft: number; variance: number };

/** Standardizes the customers whose stratum is known. */
const estimateKnown = (cells: readonly Cell[]): Estimate => {
  const customers = customersOf(cells);
  const more = borrow(cells, ({ own, usual }) => (own.of === 0 ? 0 : shareOf(own) - usual));
  const expected = (cell: Cell) => clamp(cell.usual + more(cell));
  const soft = (cell: Cell) => soften(expected(cell), customers);
  const influence = influenceOn(cells);
  const variance = sumOf(cells, (cell) => {
    const { own, others, weight } = cell;
    const direct = influence(cell);
    const throughAll = (weight - direct) / (own.of + others.of);
    return (
      (direct + throughAll * own.of) ** 2 * varianceOf(soft(cell), own.of) +
      (throughAll * others.of) ** 2 * varianceOf(shareOf(others), others.of)
    );
  });
  return {
    share: sumOf(cells, (cell) => cell.weight * expected(cell)),
    soft: sumOf(cells, (cell) => cell.weight * soft(cell)),
    // An estimated variance is too small by this much on average.
    variance: (variance * customers) / Math.max(1, customers - 1),
  };
};

/**
 * The share that a portfolio would reach if its customers were spread over the strata as everybody’s are: direct
 * standardization, Σ wₛ pₛ. `others` are the customers of all other portfolios. A stratum with few own customers borrows
 * how much more or less than everybody the portfolio reaches elsewhere: first in the same group, then in all. The share
 * of those whose stratum isn’t known stays the portfolio’s own. Null without customers.
 *
 * The interval is Wilson’s, for a sample of such a size that a plain share would have the variance Σ wₛ² pₛ(1 − pₛ)/nₛ.
 * Sources: K. J. Rothman, “Epidemiology: an introduction” (2002), chapter 8; C. Franco et al., “Comparative study of
 * confidence intervals for proportions in complex sample surveys”, Journal of Survey Statistics and Methodology 7 (2019).
 */
export const standardize = (own: Portfolio, others: Portfolio): Standardized | null => {
  const { of: customers } = total([...own.strata, own.unknown]);
  if (customers === 0) return null;
  const { of } = own.unknown;
  const part = of / customers;
  const share = shareOf(own.unknown);
  const soft = soften(share, of);
  const known: Estimate =
    part === 1 ? { share, soft, variance: 0 } : estimateKnown(cellsOf(own, others));
  const mix = (a: number, b: number) => part * a + (1 - part) * b;
  const variance =
    (part * (1 - part) * (soft - known.soft) ** 2) / customers +
    part ** 2 * varianceOf(soft, of) +
    (1 - part) ** 2 * known.variance;
  const size = varianceOf(mix(soft, known.soft), 1) / variance;
  const standardized = mix(share, known.share);
  return { share: standardized, ...wilson(standardized * size, size) };
};
