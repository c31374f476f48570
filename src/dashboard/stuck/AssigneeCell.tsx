import { Box } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { AssignToMeButton } from '../shared/customers/AssignToMeButton.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';

/** The case's assignee, or a button to assign it to oneself. */
export const AssigneeCell = ({ customer }: { customer: CustomerRecord }) =>
  customer.assigneeId ? (
    <PersonAvatar id={customer.assigneeId} />
  ) : (
    <Box onClick={(event) => event.stopPropagation()}>
      <AssignToMeButton customer={customer} />
    </Box>
  );
