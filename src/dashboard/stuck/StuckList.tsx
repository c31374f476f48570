import { Box, Button, Card, type Theme, useMediaQuery } from '@mui/material';
import { ListBase, Pagination, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { formatNumber } from '../../common/locale.ts';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { counted } from '../shared/format/counted.ts';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { useCount } from '../shared/useCount.ts';
import { SnoozedLink } from './SnoozedLink.tsx';
import { StuckFilters } from './StuckFilters.tsx';
import { StuckTable } from './StuckTable.tsx';

const URGENT_FIRST = { field: 'priority', order: 'ASC' } as const;

/** The queue: stuck customers, the most urgent first. */
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
      <PageHeader title="Stuck" note={total !== undefined && <QueueCount shown={total} />}>
        <SnoozedLink />
        <NextCaseButton />
      </PageHeader>
      <Box sx={{ display: 'flex', gap: 2, flexDirection: { xs: 'column', lg: 'row' } }}>
        <StuckFilters />
        <Box sx={{ flex: 1, minWidth: 0 }}>{error && !data ? <ListFailure /> : <Rows />}</Box>
      </Box>
    </>
  );
};

const QueueCount = ({ shown }: { shown: number }) => {
  const { filterValues } = useListContext();
  const all = useCount('customers', { stuck: true });
  return Object.keys(filterValues).length > 0 && all !== undefined
    ? `${formatNumber(shown)} of ${formatNumber(all)}`
    : counted(shown, 'customer needs attention', 'customers need attention');
};

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
        {wide ? <StuckTable empty={<Empty />} /> : <CustomerCards empty={<Empty />} />}
      </Card>
      <Pagination />
    </>
  );
};

const Empty = () => {
  const { filterValues, setFilters } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState
      title="No matches"
      action={<Button onClick={() => setFilters({}, [])}>Clear filters</Button>}
    />
  ) : (
    <EmptyState title="All clear">No one is stuck. New cases appear here automatically.</EmptyState>
  );
};
