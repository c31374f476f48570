import { Box, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { SoftwareName } from '../SoftwareName.tsx';
import { JourneySteps } from './JourneySteps.tsx';

/** A row's journey: the five steps above the software. */
export const JourneyCell = ({ customer }: { customer: CustomerRecord }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 0.75,
      // On one line, so that a row keeps its height when the name arrives.
      whiteSpace: 'nowrap',
      minWidth: 108,
      maxWidth: { md: 150, xl: 280 },
    }}
  >
    <JourneySteps customer={customer} />
    <Typography component="div" variant="body2" color="textSecondary" noWrap>
      <SoftwareName id={customer.software} />
    </Typography>
  </Box>
);
