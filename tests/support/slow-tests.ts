/** Test support: p values and which of them to believe, a second time. */

/** The area of the standard normal curve beyond ±z, by Simpson’s rule. */
export const pOf = (z: number): number => {
  const strips = 2000;
  const width = Math.min(z, 9) / strips;
  const density = (x: number) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
  const weight = (at: number) => (at === 0 || at === strips ? 1 : at % 2 === 1 ? 4 : 2);
  let area = 0;
  for (let at = 0; at <= strips; at += 1) area += (weight(at) * density(at * width) * width) / 3;
  return Math.max(0, 1 - 2 * area);
};

/** Those at or under some p value whose rank, of so many, allows it at 5%. */
export const believable = (all: readonly number[]): boolean[] =>
  all.map((value) =>
    all.some((other) => {
      const rank = all.filter((one) => one <= other).length;
      return value <= other && other <= (0.05 * rank) / all.length;
    }),
  );
