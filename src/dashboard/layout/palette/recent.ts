import { useEffect } from 'react';
import { useGetIdentity, useGetList, useStore } from 'react-admin';
import { useMatch } from 'react-router-dom';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

const MOST = 6;

/** IDs only, by person, in the browser: react-admin deletes them at sign-out, and nothing of an erased customer stays. */
const useRecentIds = () => {
  const { identity } = useGetIdentity();
  const [ids, setIds] = useStore<string[]>(`recentCustomers.${identity?.id}`, []);
  return { isKnown: identity !== undefined, ids, setIds };
};

/** Remembers the customers whose pages are opened. */
export const useRemember = (): void => {
  const { isKnown, setIds } = useRecentIds();
  const id = useMatch('/customers/:id/show')?.params.id;
  useEffect(() => {
    if (id && isKnown) setIds((ids) => [id, ...ids.filter((one) => one !== id)].slice(0, MOST));
  }, [id, isKnown, setIds]);
};

/** The customers whose pages were opened last, the last one first. */
export const useRecent = (enabled: boolean): CustomerRecord[] => {
  const { ids } = useRecentIds();
  const { data = [] } = useGetList<CustomerRecord>(
    'customers',
    { filter: { id: ids, deletedAt: null }, pagination: { page: 1, perPage: MOST } },
    { enabled: enabled && ids.length > 0 },
  );
  return enabled ? ids.flatMap((id) => data.find((customer) => customer.id === id) ?? []) : [];
};
