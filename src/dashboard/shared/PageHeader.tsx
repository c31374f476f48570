import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = { title: string; note?: ReactNode; children?: ReactNode };

/** A page's heading, which is also the document's title, with the page's actions on the right. */
export const PageHeader = ({ title, note, children }: Props) => (
  <Box
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 1.5,
      mb: 2,
      // As high as its buttons, some of which come later.
      minHeight: 32,
    }}
  >
    <title>{`${title} · Unstuck`}</title>
    <Typography component="h1" variant="h1">
      {title}
    </Typography>
    {note && (
      <Typography component="div" color="textSecondary">
        {note}
      </Typography>
    )}
    <Box
      sx={{
        ml: 'auto',
        display: 'flex',
        displayPrint: 'none',
        flexWrap: 'wrap',
        columnGap: 1,
        // Selects have their labels on their upper edge.
        rowGap: 1.5,
        alignItems: 'center',
      }}
    >
      {children}
    </Box>
  </Box>
);
