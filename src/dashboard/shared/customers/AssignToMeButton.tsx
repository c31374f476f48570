import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import { IconButton } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useChangeCustomer } from './useChangeCustomer.ts';

export const AssignToMeButton = ({ customer }: { customer: CustomerRecord }) => {
  const { identity } = useGetIdentity();
  const change = useChangeCustomer(customer);
  const { shortcut, hint } = useShortcut('a');
  const mine = customer.assigneeId === identity?.id;
  const label = mine ? 'Unassign' : 'Assign to me';
  const assign = () =>
    change(
      { assigneeId: mine ? null : String(identity?.id) },
      mine ? 'Unassigned' : 'Assigned to you',
    );
  return (
    <IconButton
      size="small"
      aria-label={`${label}: ${customer.name}`}
      data-tooltip={hint(label)}
      disabled={!identity}
      onClick={assign}
      {...shortcut}
    >
      <PersonAddAlt fontSize="small" color={mine ? 'primary' : 'inherit'} />
    </IconButton>
  );
};
