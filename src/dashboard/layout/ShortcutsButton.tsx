import Keyboard from '@mui/icons-material/KeyboardOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useShortcut } from '../shared/keyboard/useShortcut.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** Lists the keyboard shortcuts. Not on phones, which have no keyboard. */
export const ShortcutsButton = () => {
  const [open, setOpen] = useState(false);
  const { shortcut, hint } = useShortcut('?');
  return (
    <>
      <Tooltip title={hint('Keyboard shortcuts')}>
        <IconButton
          aria-label="Keyboard shortcuts"
          onClick={() => setOpen(true)}
          sx={{ display: { xs: 'none', md: 'inline-flex' } }}
          {...shortcut}
        >
          <Keyboard />
        </IconButton>
      </Tooltip>
      {open && <ShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  );
};
