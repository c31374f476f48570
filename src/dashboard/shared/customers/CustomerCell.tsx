import { Box } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { TwoLines } from '../TwoLines.tsx';

type Props = {
  customer: CustomerRecord;
  /** In pixels, where the table has little room; null where there is enough. */
  width?: number | null;
};

/** A row's customer: the business, and under it the person one talks to. */
export const CustomerCell = ({ customer, width = 132 }: Props) => (
  <Box
    title={customer.name}
    sx={{ maxWidth: width === null ? '100%' : { xs: '100%', md: width, xl: 260 } }}
  >
    <TwoLines
      first={<bdi>{customer.name}</bdi>}
      second={<bdi>{customer.contactName ?? customer.contactEmail ?? 'No contact yet'}</bdi>}
    />
  </Box>
);
