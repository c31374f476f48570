import { useGetIdentity, useGetList } from 'react-admin';
import type { PresenceRecord } from '../../../api/presence/resource.ts';
import { ASKED_ONCE } from '../server/askedOnce.ts';
import { byPerson, type Colleague } from './byPerson.ts';

/**
 * The colleagues who are at a customer now. All rows of a list ask together, each with the ids of all of them, so that a
 * change concerns only lists that show the customer.
 */
export const useColleagues = (customerId: string, listed: readonly string[]): Colleague[] => {
  const { identity } = useGetIdentity();
  const { data = [] } = useGetList<PresenceRecord>(
    'presence',
    {
      filter: { customerId: [...listed].sort(), userId_neq: identity?.id },
      pagination: { page: 1, perPage: 1000 },
      sort: { field: 'id', order: 'ASC' },
    },
    { ...ASKED_ONCE, enabled: identity !== undefined, placeholderData: (previous) => previous },
  );
  return byPerson(data.filter((tab) => tab.customerId === customerId));
};
