import Snooze from '@mui/icons-material/Snooze';
import { IconButton } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { SnoozeMenu } from '../pause/SnoozeMenu.tsx';
import { usePaused } from '../pause/usePaused.ts';

/** Hides a customer from the queue until a time, or until somebody or something has moved. */
export const SnoozeButton = ({ customer }: { customer: CustomerRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const { paused } = usePaused(customer);
  const { shortcut, hint } = useShortcut('z');
  return (
    <>
      <IconButton
        size="small"
        aria-label={paused ? `Change snooze of ${customer.name}` : `Snooze ${customer.name}`}
        data-tooltip={hint(paused ?? 'Snooze or wait')}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          setAnchor(currentTarget);
          setOpen(true);
        }}
        {...shortcut}
      >
        <Snooze fontSize="small" color={paused ? 'primary' : 'inherit'} />
      </IconButton>
      {/* A list has many, of which few are ever opened. */}
      {anchor && (
        <SnoozeMenu
          customer={customer}
          anchor={anchor}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
