import { Card, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export type TileContent = { figure: ReactNode; note: ReactNode };

type Props = {
  label: string;
  /** Undefined until it is known. */
  content: TileContent | undefined;
};

/** One number in large figures, and in small ones what it is to be compared with. */
export const Tile = ({ label, content }: Props) => (
  <Card component="section" sx={{ p: 2 }}>
    <Typography component="h2" variant="body2" color="textSecondary">
      {label}
    </Typography>
    <Typography
      component="div"
      sx={{ fontSize: { xs: 22, sm: 27 }, fontWeight: 660, lineHeight: 1.3, my: 0.25 }}
    >
      {content?.figure ?? <Skeleton width={90} aria-label="Loading" />}
    </Typography>
    <Typography component="div" variant="body2" color="textSecondary" sx={{ minHeight: 19 }}>
      {content?.note}
    </Typography>
  </Card>
);
