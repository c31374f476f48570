import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { first: ReactNode; second: ReactNode };

const lineSx = { overflow: 'hidden', textOverflow: 'ellipsis', overflowWrap: 'anywhere' } as const;

/**
 * The main text of a row, and under it secondary text in grey. Long text is cut off in tables, whose rows open what they
 * list, and wraps elsewhere.
 */
export const TwoLines = ({ first, second }: Props) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography component="div" sx={{ fontWeight: 600, ...lineSx }}>
      {first}
    </Typography>
    <Typography component="div" variant="body2" color="textSecondary" sx={lineSx}>
      {second}
    </Typography>
  </Box>
);
