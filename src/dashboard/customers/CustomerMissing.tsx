import { Button } from '@mui/material';
import { useShowContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';

/** Replaces the page of a customer that can’t be loaded; shows the server’s message. */
export const CustomerMissing = () => {
  const { error, refetch } = useShowContext();
  return (
    <>
      <PageHeader title="Customer">
        <Button variant="outlined" onClick={() => refetch()}>
          Try again
        </Button>
        <Button variant="contained" component={Link} to="/customers">
          All customers
        </Button>
      </PageHeader>
      <EmptyState title="Customer unavailable">{error?.message}</EmptyState>
    </>
  );
};
