/** How many customers failed, of those who failed or were approved. */
export type Failures = { failed: number; of: number };

/** An incident looks like this many times the usual odds of failing. */
const ODDS_RATIO = 4;

/** Until software has many more customers than this, it is taken to fail about as often as all software. */
const PRIOR_CUSTOMERS = 10;

/** A threshold for fewer customers a week would soon be reached by chance. */
const LEAST_A_WEEK = 25;

/** How many different customers must have failed. Fewer may be one company’s trouble. */
export const LEAST_CUSTOMERS = 3;

/**
 * The usual share of customers who fail with some software, p₀: its own, shrunk towards that of all software as if ten
 * more customers had failed as often as those. That of all software is (x + ½) / (n + 1), the mean of the posterior under
 * Jeffreys’ prior, so that it is neither 0 nor 1.
 */
export const usualShare = (own: Failures, all: Failures): number => {
  const overall = (all.failed + 0.5) / (all.of + 1);
  return (own.failed + PRIOR_CUSTOMERS * overall) / (own.of + PRIOR_CUSTOMERS);
};

/**
 * What one customer adds to the sum: the logarithm of the likelihood ratio, ln(p₁ / p₀) for a failure and
 * ln((1 − p₁) / (1 − p₀)) for an approval, where the odds of p₁ are those of p₀ times the ratio.
 * Source: S. H. Steiner and others, “Monitoring surgical performance using risk-adjusted cumulative sum charts”,
 * Biostatistics 1 (2000).
 */
export const weights = (p0: number, oddsRatio = ODDS_RATIO) => {
  const p1 = (oddsRatio * p0) / (1 - p0 + oddsRatio * p0);
  return { failed: Math.log(p1 / p0), approved: Math.log((1 - p1) / (1 - p0)) };
};

/**
 * The sum after one more customer: S = max(0, S + weight), the Bernoulli CUSUM. It is held at the threshold h, where it
 * has said all it can, so that an incident is over as soon whether it lasted for a day or a month.
 * Sources: E. S. Page, “Continuous inspection schemes”, Biometrika 41 (1954); M. R. Reynolds and Z. G. Stoumbos, “A CUSUM
 * chart for monitoring a proportion when inspecting continuously”, Journal of Quality Technology 31 (1999). That none is
 * quicker at as few false alarms: G. Lorden, “Procedures for reacting to a change in distribution”, Annals of Mathematical
 * Statistics 42 (1971).
 */
export const nextSum = (sum: number, weight: number, h: number): number =>
  Math.min(h, Math.max(0, sum + weight));

/**
 * The threshold h: the logarithm of twice the customers a week over all software. Customers between false alarms grow with
 * e^h (Lorden), so that the weeks between them stay the same however many customers there are. Twice, because the usual
 * share of software that few use is only estimated: without it, simulated teams with 2,500 customers a week saw a false
 * alarm more than once in four weeks.
 */
export const thresholdOf = (customersAWeek: number): number =>
  Math.log(2 * Math.max(LEAST_A_WEEK, customersAWeek));

/** How many customers must fail in a row, before an incident is found. */
export const failuresNeeded = (p0: number, h: number): number =>
  Math.max(LEAST_CUSTOMERS, Math.ceil(h / weights(p0).failed));
