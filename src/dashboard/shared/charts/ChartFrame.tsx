import { Box, Skeleton } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { type ReactNode, Suspense } from 'react';

type Props = {
  /** What the chart shows, as one sentence, for people who don’t see it. Its figures are in the card’s table. */
  summary: string;
  height: number;
  /** The chart, which loads when it is shown. */
  children: ReactNode;
};

/** Keeps a chart’s place while it loads, and says in words what it shows. */
export const ChartFrame = ({ summary, height, children }: Props) => (
  <Box component="figure" sx={{ m: 0 }}>
    <figcaption style={visuallyHidden}>{summary}</figcaption>
    <Box sx={{ height }}>
      <Suspense fallback={<Skeleton variant="rounded" height={height} />}>{children}</Suspense>
    </Box>
  </Box>
);
