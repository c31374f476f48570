/** How many customers failed first, of those who failed or approved. */
export type Failures = { failed: number; ended: number };

/** The windows up to now in which to look for unusual failures, the shortest first. */
export const SPIKE_WINDOWS = [
  { window: '24h', hours: 24 },
  { window: '7d', hours: 7 * 24 },
] as const;

/** How long before the window the usual rate is taken from. */
export const USUAL_HOURS = 28 * 24;

/** Beyond this, |z| has a two-sided p below 0.01. */
const Z_99 = 2.575829;
const MIN_FAILURES = 5;
const MIN_DIFFERENCE = 0.1;

/**
 * The z of the two-proportion test: (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), where p is the share in both samples together.
 * 0 when the samples can't be told apart: one is empty, or all or none failed in both.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3.
 */
export const twoProportionZ = (a: Failures, b: Failures): number => {
  if (a.ended === 0 || b.ended === 0) return 0;
  const pooled = (a.failed + b.failed) / (a.ended + b.ended);
  const variance = pooled * (1 - pooled) * (1 / a.ended + 1 / b.ended);
  return variance === 0 ? 0 : (a.failed / a.ended - b.failed / b.ended) / Math.sqrt(variance);
};

/**
 * Whether an app fails more than usual: at least 5 customers, at least 10 percentage points worse, and p < 0.01 in the
 * two-proportion z-test. Without earlier customers nothing counts as unusual.
 */
export const isSpike = (lately: Failures, before: Failures): boolean =>
  lately.failed >= MIN_FAILURES &&
  before.ended > 0 &&
  lately.failed / lately.ended - before.failed / before.ended >= MIN_DIFFERENCE &&
  twoProportionZ(lately, before) > Z_99;
