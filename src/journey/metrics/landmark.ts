import type { Complexity } from '../software-entry.ts';
import type { Action } from '../spells/actions.ts';
import type { Priority, StuckReason } from '../stuck.ts';
import { type Rate, rate } from './rate.ts';
import { type RiskDifference, riskDifference, type Stratum } from './risk-difference.ts';

/** After how many days of being stuck those who were helped by then are compared with those who weren’t. */
export const LANDMARK_DAYS = [1, 3, 7] as const;

/** For how many days after the landmark a further stage counts. */
export const OUTCOME_DAYS = 7;

/** With fewer on either side, nothing is said. */
export const ENOUGH = 30;

/** Customers who are alike in what decides whether they move on. */
type Position = { stuckReason: StuckReason; complexity: Complexity; priority: Priority };

/** How many customers of a position were still stuck, and how many then moved on, with or without an action before. */
export type LandmarkCell = Position & { action: Action; taken: boolean; count: number; of: number };

export type ComparedStratum = Position & Stratum;

export type ComparedAction = {
  action: Action;
  /** Of the strata in which it was taken for some and not for others: only they can be compared. */
  taken: Rate;
  notTaken: Rate;
  tooFew: boolean;
  /** Null if there are too few. */
  difference: RiskDifference | null;
  /** All of them. */
  strata: ComparedStratum[];
};

const NONE = { count: 0, of: 0 };

const strataOf = (cells: readonly LandmarkCell[]): ComparedStratum[] => {
  const positions = Map.groupBy(
    cells,
    ({ stuckReason, complexity, priority }) => `${stuckReason} ${complexity} ${priority}`,
  );
  return [...positions.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { stuckReason, complexity, priority } = first;
    const of = (taken: boolean) => {
      const { count, of } = own.find((cell) => cell.taken === taken) ?? NONE;
      return { count, of };
    };
    return [{ stuckReason, complexity, priority, treated: of(true), untreated: of(false) }];
  });
};

const sum = <T>(all: readonly T[], part: (one: T) => number): number =>
  all.reduce((total, one) => total + part(one), 0);

const largestFirst = (a: ComparedStratum, b: ComparedStratum): number =>
  b.treated.of + b.untreated.of - a.treated.of - a.untreated.of;

/**
 * Compares, for each action, those it had been taken for by the landmark with those it hadn’t, of the customers still
 * stuck at that moment. Looking at everybody at the same moment is what makes it fair: who moves on by themselves is
 * gone before anyone helps, so that help taken the longer a case is stuck would seem to do harm.
 * Source: J. R. Anderson, K. C. Cain and R. D. Gelber, “Analysis of survival by tumor response”, Journal of Clinical
 * Oncology 1 (1983).
 */
export const compareActions = (cells: readonly LandmarkCell[]): ComparedAction[] =>
  [...Map.groupBy(cells, ({ action }) => action)]
    .map(([action, own]) => {
      const strata = strataOf(own).sort(largestFirst);
      const both = strata.filter(({ treated, untreated }) => treated.of > 0 && untreated.of > 0);
      const arm = (side: 'treated' | 'untreated'): Rate =>
        rate(
          sum(both, (stratum) => stratum[side].count),
          sum(both, (stratum) => stratum[side].of),
        );
      const [taken, notTaken] = [arm('treated'), arm('untreated')];
      const tooFew = Math.min(taken.of, notTaken.of) < ENOUGH;
      const difference = tooFew ? null : riskDifference(both);
      return { action, taken, notTaken, tooFew, difference, strata };
    })
    .filter(({ strata }) => strata.some(({ treated }) => treated.of > 0))
    .sort((a, b) => b.taken.of - a.taken.of || a.action.localeCompare(b.action));

/** How many customers in a position moved on after an action. */
export type Evidence = Pick<Position, 'stuckReason' | 'complexity'> & {
  action: Action;
  moved: Rate;
};

/** What became of the customers in each position where an action was taken, where there are enough. */
export const evidenceOf = (cells: readonly LandmarkCell[]): Evidence[] => {
  const taken = Map.groupBy(
    cells.filter((cell) => cell.taken),
    ({ action, stuckReason, complexity }) => `${action} ${stuckReason} ${complexity}`,
  );
  return [...taken.values()].flatMap((own) => {
    const [first] = own;
    const of = sum(own, (cell) => cell.of);
    if (!first || of < ENOUGH) return [];
    const { action, stuckReason, complexity } = first;
    const moved = rate(
      sum(own, ({ count }) => count),
      of,
    );
    return [{ action, stuckReason, complexity, moved }];
  });
};
