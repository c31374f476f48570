import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** Beside the title. */
  hint?: ReactNode;
  /** At the other end of the heading’s line. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A section of a page, with a heading. */
export const SectionCard = ({ title, hint, aside, children }: Props) => (
  <Card component="section" sx={{ p: 2 }}>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
      <Typography component="h2" variant="h2">
        {title}
      </Typography>
      {hint}
      <Box sx={{ ml: 'auto', color: 'text.secondary' }}>{aside}</Box>
    </Box>
    {children}
  </Card>
);
