import { Box } from '@mui/material';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { AssignToMeButton } from '../customers/AssignToMeButton.tsx';
import { SnoozeButton } from '../customers/SnoozeButton.tsx';

/** What can be done with a row where it stands. A click on an action doesn't open the row. */
export const StuckActions = ({ customer }: { customer: CustomerRecord }) => (
  <Box
    sx={{ display: 'flex', gap: 0.5, justifyContent: 'flex-end' }}
    onClick={(event) => event.stopPropagation()}
    onKeyDown={(event) => event.stopPropagation()}
  >
    <AssignToMeButton customer={customer} />
    <SnoozeButton customer={customer} />
  </Box>
);
