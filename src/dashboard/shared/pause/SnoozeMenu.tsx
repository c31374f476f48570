import { Divider, Menu, MenuItem } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { nearTime } from '../format/duration.ts';
import { SNOOZES, snoozeFor, snoozeUntil, waitFor } from './pauses.ts';
import { usePaused } from './usePaused.ts';
import { useSnooze } from './useSnooze.tsx';

type Props = {
  customer: CustomerRecord;
  anchor: HTMLElement;
  open: boolean;
  onClose: () => void;
};

/** The ways to snooze a customer, or to wait, with one click; those with a choice of their own open a dialog. */
export const SnoozeMenu = ({ customer, anchor, open, onClose }: Props) => {
  const { pause, wake, again, workday, openDialog } = useSnooze(customer);
  const { paused } = usePaused(customer);
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Menu anchorEl={anchor} open={open} onClose={onClose}>
      {paused && <MenuItem onClick={choose(wake)}>Wake up now</MenuItem>}
      {again && <MenuItem onClick={choose(() => pause(again.change))}>{again.label}</MenuItem>}
      {(paused || again) && <Divider />}
      {SNOOZES.map(({ label, hours }) => (
        <MenuItem
          key={hours}
          onClick={choose(() => pause(snoozeFor(hours, Date.now()), `Snoozed for ${label}`))}
        >
          {label}
        </MenuItem>
      ))}
      {workday && (
        <MenuItem onClick={choose(() => pause(snoozeUntil(workday)))}>
          Next working day ({nearTime(workday, Date.now())})
        </MenuItem>
      )}
      <MenuItem onClick={choose(() => pause(waitFor('connection')))}>
        Until the connection moves
      </MenuItem>
      <Divider />
      <MenuItem onClick={choose(() => openDialog('until'))}>Until a date and time…</MenuItem>
      <MenuItem onClick={choose(() => openDialog('customer_it'))}>Wait for…</MenuItem>
    </Menu>
  );
};
