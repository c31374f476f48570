/** A list without its middle, in a form that can be stored. */
export type Excerpt<T> = { first: T[]; leftOut: number; last: T[] };

/** Thrown by whatever needs to look at what was left out. */
export class LeftOut extends Error {}

/** Where each list that stands for an excerpt has its gap: from one index up to, but not including, another. */
const gaps = new WeakMap<object, { from: number; to: number }>();

const NO_GAP = { from: 0, to: 0 };
const gapOf = (list: readonly unknown[]) => gaps.get(list) ?? NO_GAP;

/** What is at hand of a list, with the index of each. All of it, unless it stands for an excerpt. */
export const atHand = <T>(list: readonly T[]): [index: number, item: T][] => {
  const { from, to } = gapOf(list);
  const entries = (start: number, end?: number): [number, T][] =>
    list.slice(start, end).map((item, index) => [start + index, item]);
  return [...entries(0, from), ...entries(to)];
};

/**
 * The first of a list and the last `most`.
 * @throws LeftOut when the list stands for an excerpt in which these are left out
 */
export const excerptOf = <T>(list: readonly T[], most: number): Excerpt<T> => {
  const split = Math.max(1, list.length - most);
  return { first: list.slice(0, 1), leftOut: Math.max(0, split - 1), last: list.slice(split) };
};

/**
 * The list that an excerpt was taken from, with its length and indexes. Looking at what was left out throws, so that
 * nothing is ever decided without it. Looking from the end finds the newest first.
 */
export const listOf = <T>({ first, leftOut, last }: Excerpt<T>): T[] => {
  const list = [...first];
  list.length += leftOut;
  list.push(...last);
  if (leftOut === 0) return list;
  const gap = { from: first.length, to: first.length + leftOut };
  const refuse = (key: string | symbol): void => {
    const index = typeof key === 'string' ? Number(key) : Number.NaN;
    if (index >= gap.from && index < gap.to) throw new LeftOut(`Item ${index} was left out.`);
  };
  const guarded = new Proxy(list, {
    has: (target, key) => {
      refuse(key);
      return Reflect.has(target, key);
    },
    get: (target, key, receiver) => {
      refuse(key);
      return Reflect.get(target, key, receiver);
    },
    set: (target, key, value, receiver) => {
      refuse(key);
      return Reflect.set(target, key, value, receiver);
    },
    deleteProperty: (target, key) => {
      refuse(key);
      return Reflect.deleteProperty(target, key);
    },
  });
  gaps.set(guarded, gap);
  return guarded;
};
