import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { first: ReactNode; second: ReactNode };

const lineSx = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Two lines of a row: the main text, and secondary text in grey. Long text is cut off. */
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
