import { Box } from '@mui/material';
import type { ReactNode } from 'react';

const columnSx = {
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
} as const;

/** Stacks cards. */
export const Column = ({ children }: { children: ReactNode }) => (
  <Box sx={columnSx}>{children}</Box>
);

type Props = {
  /** Each card is as high as its content, where one has much more than the other. */
  uneven?: true;
  children: ReactNode;
};

/** Two columns, or one on small screens. */
export const Columns = ({ uneven, children }: Props) => (
  <Box
    sx={{
      ...columnSx,
      ...(uneven && { alignItems: 'start' }),
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 6fr) minmax(0, 5fr)' },
    }}
  >
    {children}
  </Box>
);
