/** What a figure has to be. `smallest` is the same figure with the fewest customers. */
export type Bar = {
  text: string;
  met: (figure: Figure, smallest: Figure) => boolean;
};

export type Unit =
  | 'ms'
  | 'per second'
  | 'MB'
  | 'kB'
  | 'cores'
  | 'failed'
  | 'requests'
  | 'shift'
  | 'points';

export type Figure = {
  /** What was measured, the row of the table. */
  what: string;
  unit: Unit;
  value: number;
  /** The same by plain SQL, or by whatever else it is compared with. */
  plain?: number;
  /** Statements of each request to the database. */
  statements?: number;
  /** How many of the requests were refused, such as by a limit of time. */
  refused?: number;
  bar?: Bar;
};

export const growsBy = (most: number): Bar => ({
  text: `at most ${most} × its time with the fewest`,
  met: ({ value }, smallest) => value <= most * smallest.value,
});

export const atMost = (most: number, unit: Unit): Bar => ({
  text: `at most ${most} ${unit}`,
  met: ({ value }) => value <= most,
});

export const atLeast = (least: number, unit: Unit): Bar => ({
  text: `at least ${least} ${unit}`,
  met: ({ value }) => value >= least,
});

/** Of what is counted a second, in relation to plain SQL. */
export const atLeastOfPlain = (share: number): Bar => ({
  text: `at least ${share} of plain SQL`,
  met: ({ value, plain = 0 }) => value >= share * plain,
});

export const atMostOfPlain = (times: number): Bar => ({
  text: `at most ${times} × plain SQL`,
  met: ({ value, plain = 0 }) => value <= times * plain,
});

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
