import { kaplanMeier, quantileOf, type Step, survivalAt, type Watched } from './kaplan-meier.ts';
import { wilson, Z_95 } from './rate.ts';

export const DAY_HOURS = 24;

/** A way to a goal, such as the connection, in hours: how old it is, and how old it was at the goal. Null before that. */
export type Pursuit = { age: number; reachedAfter: number | null };

/** A share from 0 to 1 with its 95% confidence interval. */
export type Share = { share: number; low: number; high: number };
/** Of none, the share is null, and may be anything. */
export type Estimate = { share: number | null; low: number; high: number };

const UNKNOWN: Estimate = { share: null, low: 0, high: 1 };

/**
 * A journey that hasn’t connected is watched for as long as it is old. That it was closed, or its customer deleted, ends
 * nothing: it hasn’t connected at any age up to its own, like any other that began on the same day. To stop watching it
 * then would treat it as one that may still connect; to watch it without end would weigh it more than others of its age.
 * Source: J. P. Fine and R. J. Gray, “A proportional hazards model for the subdistribution of a competing risk”, JASA 94
 * (1999), on complete data on censoring. Here, only the age censors.
 */
const watch = ({ age, reachedAfter }: Pursuit): Watched => ({
  time: reachedAfter ?? age,
  happened: reachedAfter !== null,
});

/** Without a list of them, as these are many. */
const countOf = <T>(all: readonly T[], condition: (one: T) => boolean): number => {
  let count = 0;
  for (const one of all) if (condition(one)) count += 1;
  return count;
};

/** How many hadn’t connected before a time and are old enough to be watched at it. */
const atRiskAt = (all: readonly Watched[], hours: number): number =>
  countOf(all, ({ time }) => time >= hours);

/** The variance of a share of 0 or 1 is unknown. Wilson’s interval of those who were watched to the end has one. */
const boundsOf = (all: readonly Watched[], share: 0 | 1, hours: number) => {
  const of =
    share === 1 ? countOf(all, ({ happened }) => happened) : atRiskAt(all, hours) || all.length;
  return wilson(share * of, of);
};

const estimateAt = (all: readonly Watched[], curve: readonly Step[], hours: number): Estimate => {
  if (all.length === 0) return UNKNOWN;
  const { survival, low, high } = survivalAt(curve, hours);
  if (survival === 1 || survival === 0)
    return { share: 1 - survival, ...boundsOf(all, survival === 1 ? 0 : 1, hours) };
  return { share: 1 - survival, low: 1 - high, high: 1 - low };
};

/** How many are at least so old. */
const ripeAt = (all: readonly Pursuit[], days: number): number =>
  countOf(all, ({ age }) => age >= days * DAY_HOURS);

/** The ages, in days, at which small figures stand beside the share. */
const AGES = [1, 7, 14, 30];

/**
 * The share connected within a number of days, 1 − S(t) of the Kaplan-Meier curve with Greenwood’s interval on the log-log
 * scale, and how many it rests on: `connected` within those days, `ripe` at least as old. Where nobody is that old yet,
 * it is the share connected so far.
 */
export const conversionWithin = (days: number, all: readonly Pursuit[]) => {
  const watched = all.map(watch);
  const curve = kaplanMeier(watched);
  const at = (days: number) => estimateAt(watched, curve, days * DAY_HOURS);
  return {
    days,
    ...at(days),
    of: all.length,
    connected: countOf(watched, ({ time, happened }) => happened && time <= days * DAY_HOURS),
    ripe: ripeAt(all, days),
    at: AGES.map((days) => ({ days, ...at(days), ripe: ripeAt(all, days) })),
  };
};
export type Conversion = ReturnType<typeof conversionWithin>;

/** The share connected by each day, up to the last one that anybody is old enough for. */
export const conversionCurve = (days: number, all: readonly Pursuit[]) => {
  const watched = all.map(watch);
  const curve = kaplanMeier(watched);
  return Array.from({ length: days + 1 }, (_, day) => ({
    day,
    ...(ripeAt(all, day) > 0 ? estimateAt(watched, curve, day * DAY_HOURS) : UNKNOWN),
    atRisk: atRiskAt(watched, day * DAY_HOURS),
  }));
};

/** With fewer at least so old in either period, a difference is never called clear. */
export const ENOUGH_RIPE = 20;

/**
 * The 95% confidence interval of the difference of two independent shares, from their own: d ∓ √((p − l)² + (u′ − p′)²).
 * Close to 0 and 1 it holds better than the sum of variances.
 * Source: G. Y. Zou and A. Donner, “Construction of confidence limits about effect measures: a general approach”,
 * Statistics in Medicine 27 (2008); for Wilson’s intervals, method 10 of R. G. Newcombe (1998).
 */
export const differenceOf = (a: Share, b: Share): Share => {
  const share = a.share - b.share;
  return {
    share,
    low: share - Math.hypot(a.share - a.low, b.high - b.share),
    high: share + Math.hypot(a.high - a.share, b.share - b.low),
  };
};

/**
 * Intervals from samples are a little too short. By so much longer, at most 5% of looks at what never changes show a
 * change: `npm run simulate`.
 */
const LONGER = 1.05;

/** The interval of a difference by which a change is called clear. */
export const cautiousDifference = (a: Share, b: Share): Share => {
  const { share, low, high } = differenceOf(a, b);
  return { share, low: share - LONGER * (share - low), high: share + LONGER * (high - share) };
};

/** What differs between two periods, and whether that is clear: the interval excludes 0, and both have enough that are ripe. */
export const compare = (now: Conversion, before: Conversion) => {
  if (now.share === null || before.share === null) return { difference: null, clear: false };
  const difference = cautiousDifference(
    { ...now, share: now.share },
    { ...before, share: before.share },
  );
  const enough = Math.min(now.ripe, before.ripe) >= ENOUGH_RIPE;
  return { difference, clear: enough && (difference.low > 0 || difference.high < 0) };
};

/**
 * How long it takes to reach the goal, in hours, of those who did and those who haven’t: the times by which half and nine
 * in ten of all have. Null is not reached yet.
 */
export const timeToReach = (all: readonly Pursuit[]) => {
  const curve = kaplanMeier(all.map(watch));
  const by = (part: number) => {
    const { time, low, high } = quantileOf(curve, part);
    return { hours: time, low, high };
  };
  return { median: by(0.5), p90: by(0.9), of: all.length };
};
type Quantile = ReturnType<typeof timeToReach>['median'];

/**
 * Whether two medians clearly differ: on the log scale, by more than 1.96 of the standard error that their own intervals
 * imply, and a little more. Never while one of them, or a bound, isn’t reached.
 */
export const areMediansApart = (a: Quantile, b: Quantile): boolean => {
  const [one, other] = [a, b].map(onLogScale);
  if (!one || !other) return false;
  return Math.abs(one.at - other.at) > LONGER * Z_95 * Math.hypot(one.error, other.error);
};

const onLogScale = ({ hours, low, high }: Quantile) =>
  hours && low && high ? { at: Math.log(hours), error: Math.log(high / low) / (2 * Z_95) } : null;

/** How often something happened in a number of hours. */
export type Counted = { count: number; hours: number };

/**
 * Whether something clearly happened more or less often in one period than in the other: given both counts’ sum, each
 * event falls into a period by its length, and the count differs from that by more than 1.96 standard deviations.
 * Source: J. Przyborowski and H. Wilenski, “Homogeneity of results in testing samples from Poisson series”, Biometrika 31
 * (1940), in its normal approximation.
 */
export const areCountsApart = (one: Counted, other: Counted): boolean => {
  const all = one.count + other.count;
  const part = one.hours / (one.hours + other.hours);
  return Math.abs(one.count - all * part) > Z_95 * Math.sqrt(all * part * (1 - part));
};
