import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A repeatable source of chance: the same seed gives the same sample customers. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  pick: <T>(choices: readonly T[]) => T;
  /** Picks in proportion to the weights. */
  weighted: <T extends string>(weights: Partial<Record<T, number>>) => T;
};

const RESOLUTION = 1_000_000;

export const createRandom = (seed: number): Random => {
  const generator = xoroshiro128plus(seed);
  const between = (least: number, most: number) => uniformInt(generator, least, most);
  const next = () => between(0, RESOLUTION - 1) / RESOLUTION;
  const pick = <T>(choices: readonly T[]): T => choices[between(0, choices.length - 1)] as T;
  return {
    next,
    between,
    pick,
    weighted: <T extends string>(weights: Partial<Record<T, number>>) => {
      const entries = Object.entries(weights) as [T, number][];
      return pick(entries.flatMap(([choice, weight]) => Array<T>(weight).fill(choice)));
    },
  };
};
