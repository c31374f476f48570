import { Link, Typography } from '@mui/material';
import { useCreatePath, useReference } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';

/** The customer that this one is a subsidiary of; nothing when it is no customer here. */
export const ParentLink = ({ id }: { id: string }) => {
  const createPath = useCreatePath();
  const { referenceRecord } = useReference<CustomerRecord>({ reference: 'customers', id });
  if (!referenceRecord) return null;
  return (
    <Typography component="span">
      Part of{' '}
      <Link component={RouterLink} to={createPath({ resource: 'customers', type: 'show', id })}>
        <bdi>{referenceRecord.name}</bdi>
      </Link>
    </Typography>
  );
};
