import SearchIcon from '@mui/icons-material/Search';
import { Box, ButtonBase } from '@mui/material';
import { Suspense, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Keycap } from '../../shared/keyboard/Keycap.tsx';
import { useShortcut } from '../../shared/keyboard/useShortcut.ts';
import { lazyPart } from '../../shared/pages/lazyComponent.ts';
import { useRemember } from './recent.ts';
import type { Offered } from './useCommands.ts';

const Palette = lazyPart(async () => (await import('./Palette.tsx')).Palette);

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Opens the palette, as Ctrl K does from everywhere: ⌘K on a Mac. */
export const SearchButton = (offered: Offered) => {
  const [open, setOpen] = useState(false);
  const { shortcut } = useShortcut('/');
  useRemember();
  useHotkeys('mod+k', () => setOpen(true), {
    preventDefault: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
  });
  return (
    <Box component="search" sx={{ flex: '0 1 380px', minWidth: 0 }}>
      <ButtonBase
        aria-haspopup="dialog"
        aria-keyshortcuts={['Control+K', 'Meta+K', shortcut['aria-keyshortcuts']].join(' ').trim()}
        onClick={() => setOpen(true)}
        sx={{
          width: '100%',
          height: 36,
          px: 1.25,
          gap: 1,
          // The base of buttons leaves browsers their own font.
          typography: 'body1',
          justifyContent: 'flex-start',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          color: 'text.secondary',
          '&:hover': { borderColor: 'text.secondary' },
        }}
      >
        <SearchIcon fontSize="small" />
        Search
        <Box aria-hidden sx={{ ml: 'auto', display: { xs: 'none', md: 'block' } }}>
          <Keycap>{isMac ? '⌘K' : 'Ctrl K'}</Keycap>
        </Box>
      </ButtonBase>
      <Suspense>{open && <Palette {...offered} onClose={() => setOpen(false)} />}</Suspense>
    </Box>
  );
};
