import { Box, Button, Card, type Theme, useMediaQuery } from '@mui/material';
import { ListBase, Pagination, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { StuckFilters } from './StuckFilters.tsx';
import { StuckTable } from './StuckTable.tsx';

const URGENT_FIRST = { field: 'priority', order: 'ASC' } as const;

/** The queue: customers who need someone, the most urgent first. */
export const StuckList = () => (
  <ListBase
    resource="customers"
    storeKey="stuck"
    filter={{ stuck: true }}
    sort={URGENT_FIRST}
    perPage={25}
  >
    <StuckListView />
  </ListBase>
);

const StuckListView = () => {
  const { total, data, error } = useListContext<CustomerRecord>();
  return (
    <>
      <PageHeader title="Stuck" note={total !== undefined && countOf(total)}>
        <NextCaseButton />
      </PageHeader>
      <Box sx={{ display: 'flex', gap: 2, flexDirection: { xs: 'column', lg: 'row' } }}>
        <StuckFilters />
        <Box sx={{ flex: 1, minWidth: 0 }}>{error && !data ? <ListFailure /> : <Rows />}</Box>
      </Box>
    </>
  );
};

const countOf = (total: number): string =>
  total === 1 ? '1 customer needs someone' : `${total.toLocaleString()} customers need someone`;

const NextCaseButton = () => {
  const { data } = useListContext<CustomerRecord>();
  const createPath = useCreatePath();
  const next = data?.[0];
  if (!next) return null;
  return (
    <Button
      variant="contained"
      component={RouterLink}
      to={createPath({ resource: 'customers', type: 'show', id: next.id })}
    >
      Next case
    </Button>
  );
};

const Rows = () => {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  return (
    <>
      <Card sx={{ overflowX: 'auto' }}>
        {wide ? <StuckTable empty={<Nobody />} /> : <CustomerCards empty={<Nobody />} />}
      </Card>
      <Pagination />
    </>
  );
};

const Nobody = () => {
  const { filterValues } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="Nobody stuck matches">
      Clear a filter to see the rest of the queue.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody is stuck">
      Every journey is moving, snoozed or closed. Who gets stuck appears here by itself.
    </EmptyState>
  );
};
