/** A share of a whole, with how far to trust it. */
export type Rate = {
  count: number;
  of: number;
  /** Like `interval`, null when `of` is 0. */
  rate: number | null;
  interval: { low: number; high: number } | null;
  /** Whether `of` is so small that the share alone would mislead. */
  tooFew: boolean;
};

/** 95% of a standard normal distribution lies within ± this. */
export const Z_95 = 1.959964;

/** With fewer than this, a rate is never shown alone. */
export const FEW = 5;

/**
 * The 95% Wilson score interval of `count` out of `of`, which must be above 0:
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

/** The rate of `count` out of `of`, with its interval. */
export const rate = (count: number, of: number): Rate => ({
  count,
  of,
  rate: of === 0 ? null : count / of,
  interval: of === 0 ? null : wilson(count, of),
  tooFew: of < FEW,
});
