import { Skeleton, Typography } from '@mui/material';
import { Suspense } from 'react';
import { PicturedCard } from '../shared/metrics/PicturedCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';
import { WeeklyTable } from './WeeklyTable.tsx';

// Charts weigh as much as all else together: they are loaded when one is to be seen.
const WeeklyChart = lazyComponent(async () => (await import('./WeeklyChart.tsx')).WeeklyChart);

/** Whether more of those who were invited got through than in the weeks before. */
export const WeeklyCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('weekly', scope);
  return (
    <PicturedCard title="Completed, by week of invitation" answer={answer}>
      {({ weeks }, view) =>
        view === 'table' ? (
          <WeeklyTable weeks={weeks} />
        ) : (
          <>
            <Suspense fallback={<Skeleton variant="rounded" height={220} aria-label="Loading" />}>
              <WeeklyChart weeks={weeks} />
            </Suspense>
            <Typography variant="body2" color="textSecondary">
              With the 95 % interval. Recent weeks can still rise; those with fewer than five
              invited are left out.
            </Typography>
          </>
        )
      }
    </PicturedCard>
  );
};
