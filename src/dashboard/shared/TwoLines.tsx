import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { first: ReactNode; second: ReactNode };

/** The two lines of a row: what it is, and in grey what belongs to it. */
export const TwoLines = ({ first, second }: Props) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography component="div" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
      {first}
    </Typography>
    <Typography
      component="div"
      variant="body2"
      color="text.secondary"
      sx={{ overflowWrap: 'anywhere' }}
    >
      {second}
    </Typography>
  </Box>
);
