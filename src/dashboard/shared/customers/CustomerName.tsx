import { useReference } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

/** The name of a customer of whom only the id is known. */
export const CustomerName = ({ id }: { id: string }) => {
  const { referenceRecord } = useReference<CustomerRecord>({ reference: 'customers', id });
  return <bdi>{referenceRecord?.name ?? '…'}</bdi>;
};
