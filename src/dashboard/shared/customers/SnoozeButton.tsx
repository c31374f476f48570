import Snooze from '@mui/icons-material/Snooze';
import { IconButton, Tooltip } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { SnoozeMenu } from '../pause/SnoozeMenu.tsx';
import { usePaused } from '../pause/usePaused.ts';

/** Hides a customer from the queue until a time, or until somebody or something has moved. */
export const SnoozeButton = ({ customer }: { customer: CustomerRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { paused } = usePaused(customer);
  const { shortcut, hint } = useShortcut('z');
  return (
    <>
      <Tooltip title={hint(paused ?? 'Snooze or wait')}>
        <IconButton
          size="small"
          aria-label={paused ? `Change snooze of ${customer.name}` : `Snooze ${customer.name}`}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          {...shortcut}
        >
          <Snooze fontSize="small" color={paused ? 'primary' : 'inherit'} />
        </IconButton>
      </Tooltip>
      <SnoozeMenu customer={customer} anchor={anchor} onClose={() => setAnchor(null)} />
    </>
  );
};
