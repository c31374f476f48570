import { useGetList } from 'react-admin';

/** How many records match a filter; undefined until it is known. */
export const useCount = (resource: string, filter: Record<string, unknown>): number | undefined =>
  useGetList(resource, {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  }).total;
