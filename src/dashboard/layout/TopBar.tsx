import Menu from '@mui/icons-material/Menu';
import { Box, IconButton, Link } from '@mui/material';
import { Pill } from '../shared/Pill.tsx';
import { useSignInOptions } from '../shared/useSignInOptions.ts';
import { LiveStatus } from './live/LiveStatus.tsx';
import { SearchButton } from './palette/SearchButton.tsx';
import type { Offered } from './palette/useCommands.ts';
import { ShortcutsButton } from './ShortcutsButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';

export const TopBar = ({ onMenu, ...offered }: Offered & { onMenu: () => void }) => {
  const { data } = useSignInOptions();
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        displayPrint: 'none',
        alignItems: 'center',
        gap: 2,
        px: { xs: 1, md: 3 },
        height: 52,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <IconButton aria-label="Open menu" onClick={onMenu} sx={{ display: { lg: 'none' } }}>
        <Menu />
      </IconButton>
      <SearchButton {...offered} />
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: { xs: 1, sm: 1.5 } }}>
        <LiveStatus />
        {data?.dataNotice && (
          // In a tab of its own, as this one may be running the demo.
          <Link href="/sandbox" target="_blank" sx={{ display: { xs: 'none', sm: 'block' } }}>
            <Pill tone="neutral">{data.dataNotice}</Pill>
          </Link>
        )}
        <ShortcutsButton />
        <ThemeButton />
      </Box>
    </Box>
  );
};
