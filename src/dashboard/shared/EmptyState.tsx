import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode };

/** What a list shows in place of rows: why there are none, and what to do next. */
export const EmptyState = ({ title, children }: Props) => (
  <Box sx={{ p: 5, textAlign: 'center' }}>
    <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{title}</Typography>
    {children && <Typography color="textSecondary">{children}</Typography>}
  </Box>
);
