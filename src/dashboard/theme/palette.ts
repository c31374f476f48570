import type { ThemeOptions } from '@mui/material/styles';
import type { Tokens } from '../../common/design-tokens.ts';

type Tints = Record<'brand' | 'good' | 'warn' | 'bad' | 'neutral', string>;
type Journey = { done: string; todo: string; failed: string; connected: string };

declare module '@mui/material/styles' {
  interface Palette {
    tint: Tints;
    journey: Journey;
    line: { main: string; faint: string };
    stages: Tokens['stages'];
  }
  interface PaletteOptions {
    tint?: Tints;
    journey?: Journey;
    line?: { main: string; faint: string };
    stages?: Tokens['stages'];
  }
}

/** MUI's palette from the tokens, extended by tints, lines and the journey's stages. */
export const paletteOf = (mode: 'light' | 'dark', tokens: Tokens): ThemeOptions['palette'] => ({
  mode,
  primary: { main: tokens.brand, contrastText: tokens.onBrand },
  secondary: { main: tokens.secondary },
  success: { main: tokens.good },
  warning: { main: tokens.warn },
  error: { main: tokens.bad },
  info: { main: tokens.brand },
  background: { default: tokens.ground, paper: tokens.surface },
  text: { primary: tokens.text, secondary: tokens.secondary },
  divider: tokens.line,
  line: { main: tokens.line, faint: tokens.lineFaint },
  stages: tokens.stages,
  tint: {
    brand: tokens.brandTint,
    good: tokens.goodTint,
    warn: tokens.warnTint,
    bad: tokens.badTint,
    neutral: tokens.neutralTint,
  },
  journey: {
    done: tokens.stages[3],
    todo: tokens.line,
    failed: tokens.bad,
    connected: tokens.stages[5],
  },
});
