/** A share of a whole that tells how far it can be trusted. */
export type Rate = {
  count: number;
  of: number;
  /** Both null of nothing at all. */
  rate: number | null;
  interval: { low: number; high: number } | null;
  /** So few that the share alone would mislead. */
  tooFew: boolean;
};

/** The share of a standard normal distribution within ± this is 95 %. */
const Z_95 = 1.959964;

/** Fewer than this, and a rate is never shown alone. */
export const FEW = 5;

/**
 * The Wilson score interval at 95 % of `count` out of `of`, which must be above 0:
 * (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). It holds for small samples and never leaves 0 to 1.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export const wilson = (count: number, of: number): { low: number; high: number } => {
  const p = count / of;
  const square = Z_95 ** 2 / of;
  const centre = p + square / 2;
  const reach = Math.sqrt(square * p * (1 - p) + square ** 2 / 4);
  // Rounding must not push the interval past the share it belongs to.
  return {
    low: Math.max(0, Math.min(p, (centre - reach) / (1 + square))),
    high: Math.min(1, Math.max(p, (centre + reach) / (1 + square))),
  };
};

/** `count` out of `of`, with its interval. */
export const rate = (count: number, of: number): Rate => ({
  count,
  of,
  rate: of === 0 ? null : count / of,
  interval: of === 0 ? null : wilson(count, of),
  tooFew: of < FEW,
});
