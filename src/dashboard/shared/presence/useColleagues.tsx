import { createContext, type ReactNode, useContext } from 'react';
import { useGetList, useListContext } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { PresenceRecord } from '../../../api/presence/resource.ts';
import { useMe } from '../people/useMe.tsx';
import { ASKED_ONCE } from '../server/askedOnce.ts';
import { byPerson, type Colleague } from './byPerson.ts';

type Tabs = readonly PresenceRecord[];

const NONE: Tabs = [];

/** The tabs in which colleagues are at customers now, or were at those before until that is known. */
const useTabs = (customerIds: readonly string[]): Tabs => {
  const me = useMe();
  const { data = NONE } = useGetList<PresenceRecord>(
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

const colleaguesAt = (customerId: string, tabs: Tabs): Colleague[] =>
  byPerson(tabs.filter((tab) => tab.customerId === customerId));

/** The colleagues who are at a customer now. */
export const useColleagues = (customerId: string): Colleague[] =>
  colleaguesAt(customerId, useTabs([customerId]));

const ListedTabs = createContext(NONE);

/** Asks once for those who are at the customers of a list, for all its rows. */
export const ListColleagues = ({ children }: { children: ReactNode }) => {
  const { data: rows = [] } = useListContext<CustomerRecord>();
  return <ListedTabs value={useTabs(rows.map(({ id }) => id))}>{children}</ListedTabs>;
};

/** The colleagues who are at a customer of the list now. */
export const useListColleagues = (customerId: string): Colleague[] =>
  colleaguesAt(customerId, useContext(ListedTabs));
