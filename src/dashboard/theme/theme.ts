import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { dark, light, type Tokens } from '../../common/design-tokens.ts';
import { componentsOf } from './components.ts';
import { paletteOf } from './palette.ts';

const FONT = '"Inter Variable", "Inter Fallback", system-ui, sans-serif';

const themeOf = (mode: 'light' | 'dark', tokens: Tokens): RaThemeOptions => ({
  ...defaultTheme,
  palette: paletteOf(mode, tokens),
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    h1: {
      fontSize: 21,
      fontWeight: 660,
      letterSpacing: '-0.018em',
      lineHeight: 1.3,
      // A name of 200 characters without a space must not widen the page.
      overflowWrap: 'anywhere',
    },
    h2: { fontSize: 14, fontWeight: 640, lineHeight: 1.4 },
    body1: { fontSize: 14, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: 1.45 },
    caption: { fontSize: 12 },
    button: { textTransform: 'none', fontWeight: 600, fontSize: 13 },
  },
  components: componentsOf(mode, tokens),
});

export const lightTheme = themeOf('light', light);
export const darkTheme = themeOf('dark', dark);
