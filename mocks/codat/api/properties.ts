/** How to read what a list can be queried and ordered by: each property as the texts it stands for, none when unset. */
export type Properties<T> = Record<string, (item: T) => readonly string[]>;

/** A property with one value, or none. */
export const one = (value: string | boolean | null): string[] =>
  value === null ? [] : [value.toString()];
