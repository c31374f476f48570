import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** What a list or page shows when it has nothing: why, and what to do next. */
export const EmptyState = ({ title, children, action }: Props) => (
  <Box sx={{ p: 5, textAlign: 'center' }}>
    <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{title}</Typography>
    {children && <Typography color="textSecondary">{children}</Typography>}
    {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
  </Box>
);
