import DarkMode from '@mui/icons-material/Brightness4';
import LightMode from '@mui/icons-material/Brightness7';
import { IconButton, Tooltip, useMediaQuery } from '@mui/material';
import { useTheme } from 'react-admin';

/** Switches between light and dark. React-admin's `ToggleThemeButton` does not say which one comes next. */
export const ThemeButton = () => {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [theme, setTheme] = useTheme(prefersDark ? 'dark' : 'light');
  const next = theme === 'dark' ? 'light' : 'dark';
  const label = `Use ${next} theme`;
  return (
    <Tooltip title={label} enterDelay={300}>
      <IconButton color="inherit" aria-label={label} onClick={() => setTheme(next)}>
        {next === 'light' ? <LightMode /> : <DarkMode />}
      </IconButton>
    </Tooltip>
  );
};
