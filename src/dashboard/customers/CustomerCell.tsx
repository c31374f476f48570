import { Box } from '@mui/material';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { TwoLines } from '../shared/TwoLines.tsx';

/** A row's customer: the business, and under it the person one talks to. */
export const CustomerCell = ({ customer }: { customer: CustomerRecord }) => (
  <Box title={customer.name} sx={{ maxWidth: { xs: '100%', md: 132, xl: 260 } }}>
    <TwoLines
      first={<bdi>{customer.name}</bdi>}
      second={<bdi>{customer.contactName ?? customer.contactEmail ?? 'No contact yet'}</bdi>}
    />
  </Box>
);
