import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CloseDialog } from './CloseDialog.tsx';

/** Rarely used actions. */
export const MoreMenu = ({ customer }: { customer: CustomerRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [closing, setClosing] = useState(false);
  const close = () => {
    setAnchor(null);
    setClosing(true);
  };
  return (
    <>
      <Tooltip title="More">
        <IconButton
          size="small"
          aria-label="More"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <MoreVert fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled={customer.closed} onClick={close}>
          Close case…
        </MenuItem>
      </Menu>
      {closing && <CloseDialog customer={customer} onClose={() => setClosing(false)} />}
    </>
  );
};
