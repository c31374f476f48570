import { Box } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { TwoLines } from '../TwoLines.tsx';

type Props = {
  customer: CustomerRecord;
  /** In pixels, where the table has little room; null for the full width. */
  width?: number | null;
};

/** A customer in a row: the company, and under it the main contact. */
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
