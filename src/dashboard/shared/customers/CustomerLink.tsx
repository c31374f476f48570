import { Link } from '@mui/material';
import { useCreatePath } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CustomerName } from './CustomerName.tsx';

/** A customer’s name, linked to their page. */
export const CustomerLink = ({ id }: { id: string }) => {
  const createPath = useCreatePath();
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'customers', type: 'show', id })}
      // Otherwise the click would also open the row.
      onClick={(event) => event.stopPropagation()}
      sx={{ overflowWrap: 'anywhere' }}
    >
      <CustomerName id={id} />
    </Link>
  );
};
