import { Box, Card, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { HowCalculated } from '../metrics/HowCalculated.tsx';

export type TileContent = { figure: ReactNode; note: ReactNode };

type Props = {
  label: string;
  /** How its number is calculated. */
  definition?: string | undefined;
  /** Undefined while it loads. */
  content: TileContent | undefined;
  /** The least height of the note in pixels, so that nothing moves once it is loaded. Two lines if omitted. */
  noteHeight?: number;
};

/** One number in large type, with what to compare it to in small type. */
export const Tile = ({ label, definition, content, noteHeight = 38 }: Props) => (
  <Card component="section" sx={{ p: 2, display: 'flex', flexDirection: 'column' }}>
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', minHeight: 24 }}>
      <Typography component="h2" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <HowCalculated title={label}>{definition}</HowCalculated>
    </Box>
    <Typography
      component="div"
      sx={{ fontSize: { xs: 22, sm: 27 }, fontWeight: 660, lineHeight: 1.3, my: 0.25 }}
    >
      {content?.figure ?? <Skeleton width={90} />}
    </Typography>
    <Typography
      component="div"
      variant="body2"
      color="textSecondary"
      sx={{ minHeight: noteHeight, flex: 1 }}
    >
      {content?.note}
    </Typography>
  </Card>
);

/** Four tiles in a row, or two by two on small screens. */
export const TileRow = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
    }}
  >
    {children}
  </Box>
);
