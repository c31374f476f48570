import { Skeleton, Typography } from '@mui/material';
import { Suspense } from 'react';
import { ChartCard } from '../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';
import { WeeklyTable } from './WeeklyTable.tsx';

// The chart library weighs as much as the rest of the dashboard, so it loads only when a chart is shown.
const WeeklyChart = lazyComponent(async () => (await import('./WeeklyChart.tsx')).WeeklyChart);

/** Whether more of the invited customers connect in time than in earlier weeks. */
export const WeeklyCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('weekly', scope);
  return (
    <ChartCard title="Conversion by week invited" answer={answer}>
      {({ weeks }, view) =>
        view === 'table' ? (
          <WeeklyTable weeks={weeks} />
        ) : (
          <>
            <Suspense fallback={<Skeleton variant="rounded" height={220} />}>
              <WeeklyChart weeks={weeks} />
            </Suspense>
            <Typography variant="body2" color="textSecondary">
              Shaded area: 95% confidence interval. Recent weeks are still maturing. Weeks with
              fewer than 5 invitations are hidden.
            </Typography>
          </>
        )
      }
    </ChartCard>
  );
};
