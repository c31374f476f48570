import { useGetOne } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

/** A customer as they are now, for a dialog that was opened for them a while ago. */
export const useCurrentCustomer = (opened: CustomerRecord): CustomerRecord => {
  const { data = opened } = useGetOne<CustomerRecord>('customers', { id: opened.id });
  return data;
};
