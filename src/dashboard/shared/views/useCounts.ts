import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

/**
 * How many customers match each filter, in one request; undefined until known, and null for a filter that is wrong. The
 * query key is that of a customer list, so the numbers reload whenever a customer changes.
 */
export const useCounts = (filters: readonly object[]) =>
  useQuery({
    queryKey: ['customers', 'counts', { filters }],
    queryFn: async () => {
      const query = { filters: JSON.stringify(filters) };
      return (await (await api.customerCounts.api.customers.counts.$get({ query })).json()).counts;
    },
    placeholderData: keepPreviousData,
    retry: false,
  }).data;
