import Snooze from '@mui/icons-material/Snooze';
import { Divider, IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { addHours, toInstant } from '../../../journey/instant.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useSnoozeEnd } from './SnoozedPill.tsx';
import { useChangeCustomer } from './useChangeCustomer.ts';

/** For how long a case can be snoozed. */
export const SNOOZES = [
  { label: '4 hours', hours: 4 },
  { label: '1 day', hours: 24 },
  { label: '3 days', hours: 72 },
  { label: '1 week', hours: 168 },
] as const;

/** Hides a customer from the queue until a time, or until the customer does something. Wakes up one who is snoozed. */
export const SnoozeButton = ({ customer }: { customer: CustomerRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const change = useChangeCustomer(customer);
  const end = useSnoozeEnd(customer);
  const { shortcut, hint } = useShortcut('z');
  const snooze = (label: string, hours: number) => {
    setAnchor(null);
    const snoozedUntil = addHours(toInstant(Date.now()), hours);
    change({ snoozedUntil }, `Snoozed for ${label}`);
  };
  const wake = () => {
    setAnchor(null);
    change({ snoozedUntil: null }, 'Woken up');
  };
  return (
    <>
      <Tooltip title={hint(end ? `Snoozed until ${end}` : 'Snooze')}>
        <IconButton
          size="small"
          aria-label={end ? `Change snooze of ${customer.name}` : `Snooze ${customer.name}`}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          {...shortcut}
        >
          <Snooze fontSize="small" color={end ? 'primary' : 'inherit'} />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {end && <MenuItem onClick={wake}>Wake up now</MenuItem>}
        {end && <Divider />}
        {SNOOZES.map(({ label, hours }) => (
          <MenuItem key={label} onClick={() => snooze(label, hours)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
