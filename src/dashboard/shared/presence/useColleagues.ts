import { useGetIdentity, useGetList } from 'react-admin';
import type { PresenceRecord } from '../../../api/presence/resource.ts';

/** A colleague at a customer, and whether they work on the case. */
export type Colleague = Pick<PresenceRecord, 'userId' | 'kind'>;

/** Each colleague once, however many tabs they have, those who work on the case first. */
const byPerson = (tabs: readonly PresenceRecord[]): Colleague[] => {
  const working = tabs.filter(({ kind }) => kind === 'working');
  const all = [...working, ...tabs.filter(({ kind }) => kind === 'viewing')];
  return all.filter((tab, index) => all.findIndex(({ userId }) => userId === tab.userId) === index);
};

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
    { enabled: identity !== undefined, placeholderData: (previous) => previous },
  );
  return byPerson(data.filter((tab) => tab.customerId === customerId));
};
