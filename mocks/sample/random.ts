import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** A repeatable source of randomness. The same seed gives the same sample customers. */
export type Random = {
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  /** A number from `least` up to, not including, `most`. */
  within: (least: number, most: number) => number;
  /** True with the given probability, from 0 to 1. */
  chance: (probability: number) => boolean;
  pick: <T extends string | object>(choices: readonly T[]) => T;
  /** Picks in proportion to the weights, which are whole numbers. */
  weighted: <T extends string>(weights: Partial<Record<T, number>>) => T;
  /** An ID in the format of Codat's company and connection IDs. */
  uuid: () => string;
};

const RESOLUTION = 1_000_000;
/** Of a version 4 UUID: `x` any hex digit, `y` one of 8, 9, a and b. */
const UUID = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx';

/** Similar seeds give unrelated sequences. */
export const createRandom = (seed: number): Random => {
  const generator = mersenne(seed);
  const between = (least: number, most: number) => uniformInt(generator, least, most);
  const within = (least: number, most: number) =>
    least + ((most - least) * between(0, RESOLUTION - 1)) / RESOLUTION;
  const pick = <T extends string | object>(choices: readonly T[]): T => {
    const choice = choices[between(0, choices.length - 1)];
    if (choice === undefined) throw new RangeError('There is nothing to pick from.');
    return choice;
  };
  return {
    between,
    within,
    chance: (probability) => within(0, 1) < probability,
    pick,
    weighted: <T extends string>(weights: Partial<Record<T, number>>) => {
      // Object.entries widens the keys to string.
      const entries = Object.entries(weights) as [T, number][];
      return pick(entries.flatMap(([choice, weight]) => Array<T>(weight).fill(choice)));
    },
    uuid: () =>
      UUID.replace(/[xy]/g, (digit) =>
        (digit === 'x' ? between(0, 15) : between(8, 11)).toString(16),
      ),
  };
};
