import { Box } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { SnoozeButton } from '../shared/customers/SnoozeButton.tsx';
import { GuideButton } from '../shared/guides/GuideButton.tsx';
import { NextActionButton } from '../shared/next-action/NextActionButton.tsx';
import { useNextAction } from '../shared/next-action/useNextAction.ts';

/** The actions of a row. Clicking one doesn't open the row. */
export const StuckActions = ({ customer }: { customer: CustomerRecord }) => {
  const action = useNextAction(customer);
  return (
    <Box
      sx={{ display: 'flex', gap: 0.25, justifyContent: 'flex-end' }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {action && <NextActionButton customer={customer} action={action} variant="outlined" />}
      {customer.software && <GuideButton inRowOf={customer} software={customer.software} />}
      <SnoozeButton customer={customer} />
    </Box>
  );
};
