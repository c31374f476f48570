import { Box, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { Pill } from '../Pill.tsx';
import { mustActLabel, stuckStatus } from './labels.ts';

/** Why a customer is stuck, and who has to act. */
export const ReasonCell = ({ customer }: { customer: CustomerRecord }) => {
  const status = stuckStatus(customer);
  if (!status) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start' }}>
      <Pill tone={status.tone}>{status.label}</Pill>
      <Typography component="div" variant="body2" color="textSecondary">
        {mustActLabel(customer)}
      </Typography>
    </Box>
  );
};
