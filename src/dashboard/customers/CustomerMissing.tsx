import { Button } from '@mui/material';
import { HttpError, useShowContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';

const isMissing = (error: unknown): boolean => error instanceof HttpError && error.status === 404;

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
      <EmptyState title={isMissing(error) ? 'Customer not found' : 'Customer unavailable'}>
        {error?.message}
      </EmptyState>
    </>
  );
};
