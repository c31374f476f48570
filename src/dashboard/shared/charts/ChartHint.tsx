import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/**
 * What a chart says of the point under the pointer, or of the one that the arrow keys have reached. It stays in the page
 * while it is empty, since screen readers announce only what changes in it.
 */
export const ChartHint = ({
  title,
  children,
}: {
  title: string | undefined;
  children: ReactNode;
}) => (
  <div role="status">
    {title !== undefined && (
      <Box sx={hintSx}>
        <b>{title}</b>
        {children}
      </Box>
    )}
  </div>
);

const hintSx = {
  p: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  fontSize: 13,
} as const;
