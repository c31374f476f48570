import Keyboard from '@mui/icons-material/KeyboardOutlined';
import { IconButton } from '@mui/material';
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
      <IconButton
        aria-label="Keyboard shortcuts"
        data-tooltip={hint('Keyboard shortcuts')}
        onClick={() => setOpen(true)}
        sx={{ display: { xs: 'none', md: 'inline-flex' } }}
        {...shortcut}
      >
        <Keyboard />
      </IconButton>
      <Suspense>{open && <ShortcutsDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
