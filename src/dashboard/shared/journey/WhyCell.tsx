import { Box, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { Pill } from '../Pill.tsx';
import { whoMustAct, whyStuck } from './words.ts';

/** Why a customer is stuck, and who has to act. */
export const WhyCell = ({ customer }: { customer: CustomerRecord }) => {
  const why = whyStuck(customer);
  if (!why) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start' }}>
      <Pill tone={why.tone}>{why.label}</Pill>
      <Typography component="div" variant="body2" color="textSecondary">
        {whoMustAct(customer)}
      </Typography>
    </Box>
  );
};
