import Keyboard from '@mui/icons-material/KeyboardOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { Suspense, useState } from 'react';
import { useShortcut } from '../shared/keyboard/useShortcut.ts';
import { lazyPart } from '../shared/pages/lazyComponent.ts';

const ShortcutsDialog = lazyPart(
  async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
);

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
      <Suspense>{open && <ShortcutsDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
