import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Details of a record: names on the left, values on the right. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box
    component="dl"
    sx={{
      display: 'grid',
      gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
      columnGap: 1.5,
      rowGap: 0.75,
      m: 0,
      fontSize: 13,
    }}
  >
    {children}
  </Box>
);

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <Typography component="dt" variant="inherit" color="textSecondary">
      {name}
    </Typography>
    <Typography component="dd" variant="inherit" sx={{ m: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </>
);
