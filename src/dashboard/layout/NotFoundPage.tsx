import { Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';

/** Shown for an address that no page has. */
export const NotFoundPage = () => (
  <>
    <PageHeader title="Page not found" />
    <EmptyState
      title="Check the address, or go to the queue."
      action={
        <Button variant="contained" component={Link} to="/stuck">
          Go to Stuck
        </Button>
      }
    />
  </>
);
