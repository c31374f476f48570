import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useListFilterContext } from 'react-admin';
import { api } from '../shared/api.ts';
import type { QueueView } from './useQueueViews.ts';

type Groups = Awaited<ReturnType<typeof loadGroups>>;
/** A field that the queue can be filtered by, with a value. */
export type Narrowing = { [field in keyof Groups]?: string };

const loadGroups = async (filter: object) => {
  const query = { filter: JSON.stringify(filter) };
  return (await (await api.customerCounts.api.customers.groups.$get({ query })).json()).groups;
};

/** The query key is that of a customer list, so that the numbers reload whenever a customer changes. */
const useGroups = (filter: object): Groups =>
  useQuery({
    queryKey: ['customers', 'groups', { filter }],
    queryFn: () => loadGroups(filter),
    placeholderData: keepPreviousData,
    retry: false,
  }).data ?? {};

/**
 * The values that customers of the view have in a field, each with how many match it and the other filters. Those that
 * nobody has while others are set stay, so that filters don’t move.
 */
export const useQueueGroups = (
  field: keyof Narrowing,
  { filter }: Pick<QueueView, 'filter'>,
): { value: string; count?: number }[] => {
  const { filterValues } = useListFilterContext();
  const all = useGroups(filter)[field] ?? [];
  const narrowed = useGroups({ ...filterValues, ...filter })[field];
  const chosen: unknown = filterValues[field];
  const values = new Set(all.flatMap(({ value }) => value ?? []));
  if (typeof chosen === 'string') values.add(chosen);
  return [...values].map((value) => ({
    value,
    ...(narrowed && { count: narrowed.find((one) => one.value === value)?.count ?? 0 }),
  }));
};
