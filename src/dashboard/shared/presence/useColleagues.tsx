import { createContext, type ReactNode, useContext } from 'react';
import { useGetList, useListContext } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { PresenceRecord } from '../../../api/presence/resource.ts';
import { useMe } from '../people/useMe.tsx';
import { ASKED_ONCE } from '../server/askedOnce.ts';
import { byPerson, type Colleague } from './byPerson.ts';

/** The tabs in which colleagues are at customers now. */
const useTabs = (customerIds: readonly string[]): readonly PresenceRecord[] => {
  const me = useMe();
  const { data = [] } = useGetList<PresenceRecord>(
    'presence',
    {
      filter: { customerId: [...customerIds].sort(), userId_neq: me?.id },
      pagination: { page: 1, perPage: 1000 },
      sort: { field: 'id', order: 'ASC' },
    },
    {
      ...ASKED_ONCE,
      enabled: me !== undefined && customerIds.length > 0,
      placeholderData: (previous) => previous,
    },
  );
  return data;
};

/** The colleagues who are at a customer now. */
export const useColleagues = (customerId: string): Colleague[] => byPerson(useTabs([customerId]));

const ListedTabs = createContext<readonly PresenceRecord[]>([]);

/** Asks once for those who are at the customers of a list, for all its rows. */
export const ListColleagues = ({ children }: { children: ReactNode }) => {
  const { data: rows = [] } = useListContext<CustomerRecord>();
  return <ListedTabs value={useTabs(rows.map(({ id }) => id))}>{children}</ListedTabs>;
};

/** The colleagues who are at a customer of the list now. */
export const useListColleagues = (customerId: string): Colleague[] =>
  byPerson(useContext(ListedTabs).filter((tab) => tab.customerId === customerId));
