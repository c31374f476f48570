import { Box, Card, Typography } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import { formatNumber } from '../../common/locale.ts';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import {
  type CustomersFilter,
  CustomersLink,
  customersOf,
} from '../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';

/** Only the most urgent ones are shown. A link leads to all. */
const SHOWN = 5;

/** The customers who are stuck with this app now. */
export const StuckCustomersCard = ({ scope }: { scope: Scope }) => {
  const filter = { ...customersOf(scope), stuck: true };
  return (
    <ListBase
      resource="customers"
      filter={filter}
      sort={{ field: 'priority', order: 'ASC' }}
      perPage={SHOWN}
      storeKey={false}
      disableSyncWithLocation
    >
      <Card component="section">
        <Heading filter={filter} />
        <Rows />
      </Card>
    </ListBase>
  );
};

const Rows = () => {
  const { data, error } = useListContext();
  if (error && !data) return <ListFailure />;
  return data?.length === 0 ? <EmptyState title="No one is stuck" /> : <CustomerCards />;
};

const Heading = ({ filter }: { filter: CustomersFilter }) => {
  const { total } = useListContext();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', p: 2, pb: 1 }}>
      <Typography component="h2" variant="h2">
        Stuck now
      </Typography>
      {total ? (
        <CustomersLink filter={filter}>{`View all ${formatNumber(total)}`}</CustomersLink>
      ) : (
        total
      )}
    </Box>
  );
};
