import { Box, Card, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export type TileContent = { figure: ReactNode; note: ReactNode };

type Props = {
  label: string;
  /** Undefined while it loads. */
  content: TileContent | undefined;
};

/** One number in large type, with what to compare it to in small type. */
export const Tile = ({ label, content }: Props) => (
  <Card component="section" sx={{ p: 2 }}>
    <Typography component="h2" variant="body2" color="textSecondary">
      {label}
    </Typography>
    <Typography
      component="div"
      sx={{ fontSize: { xs: 22, sm: 27 }, fontWeight: 660, lineHeight: 1.3, my: 0.25 }}
    >
      {content?.figure ?? <Skeleton width={90} />}
    </Typography>
    <Typography component="div" variant="body2" color="textSecondary" sx={{ minHeight: 19 }}>
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
