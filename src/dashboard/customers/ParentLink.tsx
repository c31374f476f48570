import { Link, Typography } from '@mui/material';
import { useCreatePath, useReference } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';

/** Links to the customer’s parent company; shows nothing when the parent isn’t a customer. */
export const ParentLink = ({ id }: { id: string }) => {
  const createPath = useCreatePath();
  const { referenceRecord } = useReference<CustomerRecord>({ reference: 'customers', id });
  if (!referenceRecord) return null;
  return (
    <Typography component="span">
      Parent:{' '}
      <Link component={RouterLink} to={createPath({ resource: 'customers', type: 'show', id })}>
        <bdi>{referenceRecord.name}</bdi>
      </Link>
    </Typography>
  );
};
