import type { ViewRecord } from '../../../api/views/record.ts';

/** A view that comes with a page. Its filter can’t be removed, only narrowed. */
export type BaseView = {
  id: string;
  label: string;
  path: string;
  /** The query that it opens with, if not one without filters. */
  search?: string;
  filter: Record<string, unknown>;
  /** Whether its filter says something else to each person, or on each day. No saved view narrows it. */
  relative?: 'person' | 'day';
};

type Content = Pick<ViewRecord, 'id' | 'filter' | 'sort'>;

/** The query of a list with these filters in this order, and which saved view that is. */
export const searchOf = (
  filter: ViewRecord['filter'],
  { sort = null, id }: { sort?: ViewRecord['sort']; id?: string } = {},
): string =>
  `?${new URLSearchParams({
    ...(id && { view: id }),
    filter: JSON.stringify(filter),
    ...(sort && { sort: sort.field, order: sort.order }),
    page: '1',
  })}`;

const includes = (filter: ViewRecord['filter'], part: ViewRecord['filter']): boolean =>
  Object.entries(part).every(
    ([name, value]) =>
      Object.hasOwn(filter, name) && JSON.stringify(filter[name]) === JSON.stringify(value),
  );

/** The base that a filter narrows: of those that it includes, the one that says most. */
export const baseOf = (
  filter: ViewRecord['filter'],
  bases: readonly BaseView[],
): BaseView | undefined =>
  bases
    .filter((base) => !base.relative && includes(filter, base.filter))
    .toSorted((a, b) => Object.keys(b.filter).length - Object.keys(a.filter).length)[0];

/** Where a saved view opens. The address has all that decides on the rows, for people who don’t have the view. */
export const addressOf = (
  { id, filter, sort }: Content,
  bases: readonly BaseView[],
): { pathname: string; search: string } => {
  const base = baseOf(filter, bases);
  const rest = Object.entries(filter).filter(([name]) => !(base && name in base.filter));
  return {
    pathname: base?.path ?? bases[0]?.path ?? '/',
    search: searchOf(Object.fromEntries(rest), { sort, id }),
  };
};
