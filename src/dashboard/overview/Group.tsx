import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { question: string; aside?: ReactNode; children: ReactNode };

/** Cards that answer one question. */
export const Group = ({ question, aside, children }: Props) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5, pt: 1 }}>
    <Box
      sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', minHeight: 30 }}
    >
      <Typography component="h2" color="textSecondary" sx={{ fontWeight: 600 }}>
        {question}
      </Typography>
      {aside}
    </Box>
    {children}
  </Box>
);
