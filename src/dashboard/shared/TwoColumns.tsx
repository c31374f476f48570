import { Box } from '@mui/material';
import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  aside: ReactNode;
  /** Width of the right-hand column in pixels. */
  asideWidth?: number;
};

const columnSx = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  alignContent: 'start',
} as const;

/** A wide column of cards and a narrow one to its right, or below it on a small screen. */
export const TwoColumns = ({ children, aside, asideWidth = 320 }: Props) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: `minmax(0, 1fr) ${asideWidth}px` },
    }}
  >
    <Box sx={columnSx}>{children}</Box>
    <Box sx={columnSx}>{aside}</Box>
  </Box>
);
