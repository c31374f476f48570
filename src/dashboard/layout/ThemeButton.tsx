import DarkMode from '@mui/icons-material/Brightness4';
import LightMode from '@mui/icons-material/Brightness7';
import { IconButton, useMediaQuery } from '@mui/material';
import { useTheme } from 'react-admin';

/** Switches to the theme that isn’t used now. */
export const useOtherTheme = () => {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [theme, setTheme] = useTheme(prefersDark ? 'dark' : 'light');
  const next = theme === 'dark' ? 'light' : 'dark';
  return {
    label: `Use ${next} theme`,
    icon: next === 'light' ? LightMode : DarkMode,
    run: () => setTheme(next),
  };
};

/** Switches between light and dark. React-admin's `ToggleThemeButton` does not say which one comes next. */
export const ThemeButton = () => {
  const { label, icon: Icon, run } = useOtherTheme();
  return (
    <IconButton color="inherit" aria-label={label} data-tooltip={label} onClick={run}>
      <Icon />
    </IconButton>
  );
};
