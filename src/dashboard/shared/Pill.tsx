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

/** A label for a state. Its colour repeats what the text says and never says it alone. */
export const Pill = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      display: 'inline-block',
      px: 1,
      py: 0.25,
      borderRadius: 99,
      fontSize: 12,
      fontWeight: 600,
      whiteSpace: 'nowrap',
      color: COLOR[tone],
      bgcolor: `tint.${tone}`,
    }}
  >
    {children}
  </Box>
);
