import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CanAccess, useNotify } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { RaiseDialog } from '../../shared/dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { exportCustomer } from './exportCustomer.ts';
import { CloseDialog, EraseDialog } from './lazyDialogs.ts';

/** Rarely used actions. */
export const MoreMenu = ({ customer }: { customer: CustomerRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const openDialog = useOpenDialog();
  const notify = useNotify();
  const { mutate: save } = useMutation({
    mutationFn: () => exportCustomer(customer),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const close = () =>
    openDialog((onClose) => <CloseDialog customer={customer} onClose={onClose} />);
  const raise = () =>
    openDialog((onClose) => <RaiseDialog customer={customer} onClose={onClose} />);
  const erase = () =>
    openDialog((onClose) => <EraseDialog customer={customer} onClose={onClose} />);
  return (
    <>
      <IconButton
        size="small"
        aria-label="More"
        data-tooltip="More"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(raise)}>Raise with Codat…</MenuItem>
        <MenuItem disabled={customer.closed} onClick={choose(close)}>
          Close case…
        </MenuItem>
        <CanAccess resource="customers" action="export">
          <MenuItem onClick={choose(save)}>Export everything</MenuItem>
        </CanAccess>
        <CanAccess resource="customers" action="erase">
          <MenuItem onClick={choose(erase)} sx={{ color: 'error.main' }}>
            Erase personal data…
          </MenuItem>
        </CanAccess>
      </Menu>
    </>
  );
};
