import { Fault } from './fault.ts';
import { parseQuery } from './query.ts';

/** The properties by which a list can be filtered and sorted. Each reads an item's values as text, none when unset. */
export type Properties<T> = Record<string, (item: T) => readonly string[]>;

/** A property with one value, or none. */
export const one = (value: string | boolean | null): string[] =>
  value === null ? [] : [value.toString()];

/** A filter in Codat's query language, and a property to sort by. */
export type Selection = { query?: string | undefined; orderBy?: string | undefined };

/** The items that match a query. @throws Fault 400 when it is malformed or has a property that `type` doesn't have */
export const queried = <T>(
  items: readonly T[],
  query: string,
  properties: Properties<T>,
  type: string,
): T[] => {
  const property = (name: string) =>
    Object.hasOwn(properties, name) ? properties[name] : undefined;
  return items.filter(parseQuery(query, property, type));
};

/**
 * Sorts a copy by a property, descending with a `-` before it. Equal items keep their order.
 * @throws Fault 400 when `type` doesn't have the property
 */
export const ordered = <T>(
  items: readonly T[],
  orderBy: string,
  properties: Properties<T>,
  type: string,
): T[] => {
  const name = orderBy.replace(/^-/, '');
  const read = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!read)
    throw new Fault(400, `Error parsing orderBy - Could not resolve property ${name} on ${type}`);
  const compare = (a: T, b: T): number => {
    const [left, right] = [read(a)[0] ?? '', read(b)[0] ?? ''];
    return left === right ? 0 : left < right ? -1 : 1;
  };
  return items.toSorted(orderBy.startsWith('-') ? (a, b) => compare(b, a) : compare);
};

/** Filters and sorts the items. @throws Fault 400 naming what is wrong */
export const selected = <T>(
  items: readonly T[],
  { query, orderBy }: Selection,
  properties: Properties<T>,
  type: string,
): readonly T[] => {
  const found = query ? queried(items, query, properties, type) : items;
  return orderBy ? ordered(found, orderBy, properties, type) : found;
};
