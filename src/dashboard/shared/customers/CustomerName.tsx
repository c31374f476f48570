import { useReference } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

/** The name of a customer, by their ID. */
export const CustomerName = ({ id }: { id: string }) => {
  const { referenceRecord } = useReference<CustomerRecord>({ reference: 'customers', id });
  return <bdi>{referenceRecord?.name ?? '…'}</bdi>;
};
