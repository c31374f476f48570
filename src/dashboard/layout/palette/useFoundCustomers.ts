import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, useTimeout } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useSettled } from '../../shared/forms/useSettled.ts';

/** In milliseconds: a pause in typing, and how long an answer may take before people wonder. */
const PAUSE_MS = 120;
const SLOW_MS = 400;

const MOST = 8;

/** The customers that a text finds, those with the last activity first. What isn’t asked for any more is cancelled. */
export const useFoundCustomers = (text: string) => {
  const dataProvider = useDataProvider();
  const q = useSettled(text.trim(), PAUSE_MS);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['customers', 'palette', q],
    queryFn: ({ signal }) =>
      dataProvider.getList<CustomerRecord>('customers', {
        filter: { q },
        sort: { field: 'lastActivityAt', order: 'DESC' },
        pagination: { page: 1, perPage: MOST },
        signal,
      }),
    enabled: q !== '',
    // The last matches stay until there are others, so that nothing flickers.
    placeholderData: keepPreviousData,
  });
  const isSlow = useTimeout(SLOW_MS, q);
  const isCurrent = q === text.trim() && !isPlaceholderData && !isFetching;
  return {
    customers: q && text.trim() ? (data?.data ?? []) : [],
    /** How many there are; undefined until known. */
    total: isCurrent ? data?.total : undefined,
    error,
    isWaiting: isFetching && isSlow,
    refetch,
  };
};
