import { useGetList } from 'react-admin';
import type { ResourceName } from '../../common/permissions.ts';
import { ASKED_ONCE } from './server/askedOnce.ts';

/**
 * How many records match a filter; undefined until known. React-admin's `Count` writes the number without separators
 * and can't leave out a zero.
 */
export const useCount = (resource: ResourceName, filter: object): number | undefined =>
  useGetList(
    resource,
    {
      filter,
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    ASKED_ONCE,
  ).total;
