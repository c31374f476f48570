import { Z_95 } from './rate.ts';

/** How long something was watched, in any unit, and whether it then happened. Else it is censored: nobody knows when it will. */
export type Watched = { time: number; happened: boolean };

/** The curve from one time at which it happened up to the next. */
export type Step = {
  time: number;
  /** How many were still watched, and to how many it happened. */
  atRisk: number;
  happened: number;
  /** The share for which it hasn’t happened by then, with its 95% confidence interval. */
  survival: number;
  low: number;
  high: number;
};

/** Products of many shares miss a round figure by less than this. */
const ROUNDING = 1e-9;

const START = { survival: 1, low: 1, high: 1 };

/**
 * The 95% confidence interval of a survival from 0 to 1 on the log-log scale, which never leaves 0 to 1:
 * S^exp(±z √(Σ d/(n(n − d))) / ln S).
 * Source: J. D. Kalbfleisch and R. L. Prentice, “The statistical analysis of failure time data” (1980).
 */
const logLogInterval = (survival: number, sum: number): { low: number; high: number } => {
  const reach = (Z_95 * Math.sqrt(sum)) / -Math.log(survival);
  return { low: survival ** Math.exp(reach), high: survival ** Math.exp(-reach) };
};

/** As numbers alone, which sort many times as fast: a year has hundreds of thousands. */
const sortedTimes = (all: readonly Watched[]): Float64Array =>
  Float64Array.from(all.map(({ time }) => time)).sort();

/**
 * The Kaplan-Meier curve, S(t) = Π (1 − d/n) over the times up to t at which it happened to d of the n still watched,
 * with Greenwood’s variance, S² Σ d/(n(n − d)). Who is censored at a time still counts at that time. Empty if it never
 * happened.
 * Sources: E. L. Kaplan and P. Meier, “Nonparametric estimation from incomplete observations”, JASA 53 (1958);
 * M. Greenwood, “The natural duration of cancer” (1926).
 */
export const kaplanMeier = (all: readonly Watched[]): Step[] => {
  const times = sortedTimes(all);
  const happenings = sortedTimes(all.filter(({ happened }) => happened));
  const steps: Step[] = [];
  let survival = 1;
  let sum = 0;
  let [gone, counted] = [0, 0];
  happenings.forEach((time, index) => {
    // At the last of those that happened at that time.
    if (happenings[index + 1] === time) return;
    const happened = index + 1 - counted;
    counted = index + 1;
    while ((times[gone] ?? time) < time) gone += 1;
    const atRisk = times.length - gone;
    survival *= 1 - happened / atRisk;
    sum += happened / (atRisk * (atRisk - happened));
    // The variance of 0 is unknown, so that the bound before it stays.
    const { high } = steps.at(-1) ?? START;
    const interval = survival > 0 ? logLogInterval(survival, sum) : { low: 0, high };
    steps.push({ time, atRisk, happened, survival, ...interval });
  });
  return steps;
};

/** The share for which it hasn’t happened at a time, with its 95% confidence interval. */
export const survivalAt = (
  curve: readonly Step[],
  time: number,
): Pick<Step, 'survival' | 'low' | 'high'> => {
  const { survival, low, high } = curve.findLast((step) => step.time <= time) ?? START;
  return { survival, low, high };
};

/** A time by which it has happened to a part of all. Null where the curve, or a bound of it, doesn’t get that far. */
export type Quantile = { time: number | null; low: number | null; high: number | null };

/**
 * The time by which it has happened to `part` of all, from 0 to 1, with the 95% confidence interval: the times at which
 * the curve’s own interval contains that part.
 * Source: R. Brookmeyer and J. Crowley, “A confidence interval for the median survival time”, Biometrics 38 (1982).
 */
export const quantileOf = (curve: readonly Step[], part: number): Quantile => {
  const firstWith = (bound: 'survival' | 'low' | 'high'): number | null =>
    curve.find((step) => step[bound] <= 1 - part + ROUNDING)?.time ?? null;
  return { time: firstWith('survival'), low: firstWith('low'), high: firstWith('high') };
};
