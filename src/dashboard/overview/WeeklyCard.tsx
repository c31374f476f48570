import { Skeleton, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { MetricsCard } from '../metrics/MetricsCard.tsx';
import { useMetrics } from '../metrics/useMetrics.ts';
import type { Scope } from '../metrics/useScope.ts';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { WeeklyTable } from './WeeklyTable.tsx';

// Charts weigh as much as all else together: they are loaded when one is to be seen.
const WeeklyChart = lazy(() => import('./WeeklyChart.tsx'));

const VIEWS = { chart: 'Chart', table: 'Table' };

/** Whether more of those who were invited got through than in the weeks before. */
export const WeeklyCard = ({ scope }: { scope: Scope }) => {
  const [view, setView] = useState<keyof typeof VIEWS>('chart');
  const answer = useMetrics('weekly', scope);
  return (
    <MetricsCard
      title="Completed, by week of invitation"
      answer={answer}
      aside={<PillSwitch label="View" value={view} options={VIEWS} onChange={setView} />}
    >
      {({ weeks }) =>
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
    </MetricsCard>
  );
};
