import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import { IconButton } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useMe } from '../people/useMe.tsx';
import { useChangeCustomer } from './useChangeCustomer.ts';

export const AssignToMeButton = ({ customer }: { customer: CustomerRecord }) => {
  const me = useMe();
  const change = useChangeCustomer(customer);
  const { shortcut, hint } = useShortcut('a');
  const mine = customer.assigneeId === me?.id;
  const label = mine ? 'Unassign' : 'Assign to me';
  const assign = () =>
    change({ assigneeId: mine ? null : String(me?.id) }, mine ? 'Unassigned' : 'Assigned to you');
  return (
    <IconButton
      size="small"
      aria-label={`${label}: ${customer.name}`}
      data-tooltip={hint(label)}
      disabled={!me}
      onClick={assign}
      {...shortcut}
    >
      <PersonAddAlt fontSize="small" color={mine ? 'primary' : 'inherit'} />
    </IconButton>
  );
};
