import { Link } from '@mui/material';
import { useCreatePath, useReference } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/resources/customers.ts';

/** A customer’s name, which leads to their page. */
export const CustomerLink = ({ id }: { id: string }) => {
  const createPath = useCreatePath();
  const { referenceRecord } = useReference<CustomerRecord>({ reference: 'customers', id });
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'customers', type: 'show', id })}
      sx={{ overflowWrap: 'anywhere' }}
    >
      <bdi>{referenceRecord?.name ?? '…'}</bdi>
    </Link>
  );
};
