import { Z_95 } from '../rate.ts';
import { twoSidedP } from './normal.ts';

/** How many reached something, of how many. */
export type Counts = { count: number; of: number };

/** Those with and without an attribute, within one stratum: alike in what else matters. */
export type Compared = { with: Counts; without: Counts };

/** How many times the odds are with the attribute, against without it. */
export type OddsRatio = {
  ratio: number;
  /** Its 95% confidence interval. */
  low: number;
  high: number;
  /** How likely a ratio this far from 1 would be if the attribute didn’t matter. */
  p: number;
};

type Table = { a: number; b: number; c: number; d: number };

/** Added to each cell if the ratio would be 0 or infinite otherwise. */
const HALDANE = 0.5;

const tableOf = ({ with: one, without: other }: Compared): Table => ({
  a: one.count,
  b: one.of - one.count,
  c: other.count,
  d: other.of - other.count,
});

/** The terms of one stratum, in the letters of Robins, Breslow and Greenland. */
const termsOf = ({ a, b, c, d }: Table) => {
  const n = a + b + c + d;
  return { p: (a + d) / n, q: (b + c) / n, r: (a * d) / n, s: (b * c) / n };
};
type Terms = ReturnType<typeof termsOf>;

const sum = (terms: readonly Terms[], term: (of: Terms) => number): number =>
  terms.reduce((total, one) => total + term(one), 0);

/**
 * The odds ratio that strata have in common, Σ(ad/n) ÷ Σ(bc/n), with the variance of its logarithm
 * ΣPR/2R² + Σ(PS + QR)/2RS + ΣQS/2S² by Robins, Breslow and Greenland, and the p value of that logarithm. Null if no
 * stratum has both those with and those without the attribute. A ratio of 0, or an infinite one, is corrected by adding
 * 0.5 to all cells.
 * Sources: N. Mantel and W. Haenszel, “Statistical aspects of the analysis of data from retrospective studies of
 * disease”, JNCI 22 (1959); J. Robins, N. Breslow and S. Greenland, “Estimators of the Mantel-Haenszel variance
 * consistent in both sparse data and large-strata limiting models”, Biometrics 42 (1986); J. B. S. Haldane, “The
 * estimation and significance of the logarithm of a ratio of frequencies”, Annals of Human Genetics 20 (1956).
 */
export const mantelHaenszel = (strata: readonly Compared[]): OddsRatio | null => {
  const tables = strata.filter((one) => one.with.of > 0 && one.without.of > 0).map(tableOf);
  if (tables.length === 0) return null;
  const plain = tables.map(termsOf);
  const isDefined = sum(plain, ({ r }) => r) > 0 && sum(plain, ({ s }) => s) > 0;
  const terms = isDefined
    ? plain
    : tables.map(({ a, b, c, d }) =>
        termsOf({ a: a + HALDANE, b: b + HALDANE, c: c + HALDANE, d: d + HALDANE }),
      );
  const r = sum(terms, (one) => one.r);
  const s = sum(terms, (one) => one.s);
  const variance =
    sum(terms, (one) => one.p * one.r) / (2 * r ** 2) +
    sum(terms, (one) => one.p * one.s + one.q * one.r) / (2 * r * s) +
    sum(terms, (one) => one.q * one.s) / (2 * s ** 2);
  const ratio = r / s;
  const error = Math.sqrt(variance);
  return {
    ratio,
    low: ratio * Math.exp(-Z_95 * error),
    high: ratio * Math.exp(Z_95 * error),
    p: twoSidedP(Math.log(ratio) / error),
  };
};
