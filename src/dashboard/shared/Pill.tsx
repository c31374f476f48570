import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export type Tone = 'brand' | 'good' | 'warn' | 'bad' | 'neutral';

/** The text colour of each tone, for use on its tint. */
export const COLOR: Record<Tone, string> = {
  brand: 'primary.main',
  good: 'success.main',
  warn: 'warning.main',
  bad: 'error.main',
  neutral: 'text.secondary',
};

type Props = {
  tone: Tone;
  /** Whether a long text may take several lines. */
  wraps?: boolean;
  children: ReactNode;
};

/** A label for a state. Its colour repeats what the text says and never says it alone. */
export const Pill = ({ tone, wraps = false, children }: Props) => (
  <Box
    component="span"
    sx={{
      display: 'inline-block',
      px: 1,
      py: 0.25,
      borderRadius: wraps ? 2.5 : 99,
      fontSize: 12,
      fontWeight: 600,
      whiteSpace: wraps ? 'normal' : 'nowrap',
      color: COLOR[tone],
      bgcolor: `tint.${tone}`,
    }}
  >
    {children}
  </Box>
);
