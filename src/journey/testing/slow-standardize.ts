import { Z_95 } from '../metrics/rate.ts';

/**
 * Test support: standardizes a portfolio a second time. How much each stratum counts isn’t derived but measured, by
 * counting half a customer more and less.
 */

export type Row = { software: string; complexity: string; own: Pair; rest: Pair };
type Pair = { count: number; of: number };

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const between = (value: number) => Math.max(0, Math.min(1, value));

/** What the portfolio is expected to reach by software. */
const expectations = (rows: Row[]): number[] => {
  const usual = (row: Row) =>
    (row.own.count + row.rest.count) / Math.max(1, row.own.of + row.rest.of);
  const above = (some: Row[]) => add(some.map((row) => row.own.count - row.own.of * usual(row)));
  const size = (some: Row[]) => add(some.map(({ own }) => own.of));
  const everywhere = above(rows) / size(rows);
  return rows.map((row) => {
    const similar = rows.filter(({ complexity }) => complexity === row.complexity);
    const inClass = (above(similar) + 5 * everywhere) / (size(similar) + 5);
    return usual(row) + (above([row]) + 5 * inClass) / (row.own.of + 5);
  });
};

const weightsOf = (rows: Row[]) => {
  const all = add(rows.map(({ own, rest }) => own.of + rest.of));
  return rows.map(({ own, rest }) => (own.of + rest.of) / all);
};

const mixed = (rows: Row[], values: number[]) =>
  add(weightsOf(rows).map((weight, index) => weight * (values[index] ?? 0)));

/** How much the result changes for each customer more who connects. */
const slope = (rows: Row[], index: number, side: 'own' | 'rest') => {
  const withMore = (more: number) =>
    rows.map((row, at) =>
      at === index ? { ...row, [side]: { of: row[side].of, count: row[side].count + more } } : row,
    );
  const [up, down] = [withMore(0.5), withMore(-0.5)];
  return mixed(up, expectations(up)) - mixed(down, expectations(down));
};

const known = (rows: Row[]) => {
  const customers = add(rows.map(({ own }) => own.of));
  const expected = expectations(rows).map(between);
  const soft = expected.map((share) => (share * customers + 0.5) / (customers + 1));
  const variances = rows.map(({ own, rest }, index) => {
    const share = soft[index] ?? 0;
    const others = rest.of === 0 ? 0 : rest.count * (1 - rest.count / rest.of);
    const mine = own.of === 0 ? 0 : own.of * share * (1 - share) * slope(rows, index, 'own') ** 2;
    return mine + (rest.of === 0 ? 0 : others * slope(rows, index, 'rest') ** 2);
  });
  return {
    share: mixed(rows, expected),
    soft: mixed(rows, soft),
    variance: (add(variances) * customers) / Math.max(1, customers - 1),
  };
};

/** The bounds at which a share would be 1.96 standard errors away, if it came from so many customers. */
const bounds = (share: number, size: number) => {
  const [a, b, c] = [1 + Z_95 ** 2 / size, 2 * share + Z_95 ** 2 / size, share ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return {
    low: Math.max(0, Math.min(share, (b - root) / (2 * a))),
    high: Math.min(1, Math.max(share, (b + root) / (2 * a))),
  };
};

export const slowStandardize = (rows: Row[], unknown: Pair) => {
  const chosen = add(rows.map(({ own }) => own.of));
  const customers = chosen + unknown.of;
  if (customers === 0) return { share: null, low: 0, high: 1 };
  const part = unknown.of / customers;
  const share = unknown.of === 0 ? 0 : unknown.count / unknown.of;
  const soft = (unknown.count + 0.5) / (unknown.of + 1);
  const found = chosen === 0 ? { share, soft, variance: 0 } : known(rows);
  const total = part * share + (1 - part) * found.share;
  const softTotal = part * soft + (1 - part) * found.soft;
  const variance =
    (part * (1 - part) * (soft - found.soft) ** 2) / customers +
    (unknown.of === 0 ? 0 : (part ** 2 * soft * (1 - soft)) / unknown.of) +
    (1 - part) ** 2 * found.variance;
  return { share: total, ...bounds(total, (softTotal * (1 - softTotal)) / variance) };
};
