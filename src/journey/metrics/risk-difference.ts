import { Z_95 } from './rate.ts';

/** How often something happened in one stratum, to those who were treated and to those who weren’t. */
export type Stratum = {
  treated: { count: number; of: number };
  untreated: { count: number; of: number };
};

/** By how much the share of the treated is above that of the untreated, from -1 to 1, with its 95% confidence interval. */
export type RiskDifference = { difference: number; low: number; high: number };

/** What a stratum adds to the sums of the estimate and of its variance. */
const partsOf = ({ treated, untreated }: Stratum) => {
  const { count: a, of: n1 } = treated;
  const { count: b, of: n0 } = untreated;
  const n = n1 + n0;
  return {
    weight: (n1 * n0) / n,
    difference: (a * n0 - b * n1) / n,
    p: (n1 ** 2 * b - n0 ** 2 * a + (n1 * n0 * (n0 - n1)) / 2) / n ** 2,
    q: (a * (n0 - b) + b * (n1 - a)) / (2 * n),
  };
};

/**
 * The Mantel-Haenszel risk difference over strata: Σ w·(a/n₁ − b/n₀) / Σ w with w = n₁n₀/n, so that only like is
 * compared with like. A stratum in which nobody, or everybody, was treated says nothing. Null if none says anything.
 * The variance, (d·Σ P + Σ Q) / (Σ w)², holds both for few large and for many small strata; that of Greenland and
 * Robins only for large ones.
 * Sources: N. Mantel and W. Haenszel, “Statistical aspects of the analysis of data from retrospective studies of
 * disease”, JNCI 22 (1959); T. Sato, “On the variance estimator for the Mantel-Haenszel risk difference”, Biometrics 45
 * (1989).
 */
export const riskDifference = (strata: readonly Stratum[]): RiskDifference | null => {
  const parts = strata
    .filter(({ treated, untreated }) => treated.of > 0 && untreated.of > 0)
    .map(partsOf);
  if (parts.length === 0) return null;
  const sum = (name: keyof (typeof parts)[number]) =>
    parts.reduce((total, part) => total + part[name], 0);
  const weight = sum('weight');
  const difference = sum('difference') / weight;
  const variance = Math.max(0, difference * sum('p') + sum('q')) / weight ** 2;
  const reach = Z_95 * Math.sqrt(variance);
  return {
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
  };
};
