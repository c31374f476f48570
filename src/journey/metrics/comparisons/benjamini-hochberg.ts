/**
 * Which of many tests to believe, by their p values: of those believed, at most the share `rate` is expected to be false.
 * Of m p values in ascending order, believes the first k, for the largest k with p(k) ≤ k/m × `rate`.
 * Source: Y. Benjamini and Y. Hochberg, “Controlling the false discovery rate”, JRSS B 57 (1995).
 */
export const benjaminiHochberg = (values: readonly number[], rate: number): boolean[] => {
  const limit = values
    .toSorted((a, b) => a - b)
    .findLast((value, index) => value <= ((index + 1) / values.length) * rate);
  return values.map((value) => limit !== undefined && value <= limit);
};
