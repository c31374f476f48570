import { Skeleton } from '@mui/material';
import { Suspense } from 'react';
import { REASONS } from '../../journey/failure-reasons.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { weekLabel } from '../shared/figures/labels.ts';
import { ChartCard } from '../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';
import { countIn, frequent } from './reasons.ts';

// The chart library weighs as much as the rest of the dashboard, so it loads only when a chart is shown.
const ReasonsChart = lazyComponent(async () => (await import('./ReasonsChart.tsx')).ReasonsChart);

/** Why attempts failed, week by week. */
export const ReasonsCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('reasons', scope);
  return (
    <ChartCard title="Failure reasons" answer={answer}>
      {({ weeks }, view) => {
        const reasons = frequent(weeks);
        if (reasons.length === 0)
          return (
            <EmptyState title="No failures in this period">Choose a longer period.</EmptyState>
          );
        return view === 'table' ? (
          <FiguresTable
            label="Failure reasons, as a table"
            columns={['Week of', ...reasons.map((reason) => REASONS[reason].label)]}
            rows={weeks.map((week) => ({
              id: week.week,
              cells: [weekLabel(week), ...reasons.map((reason) => countIn(week, reason))],
            }))}
          />
        ) : (
          <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
            <ReasonsChart weeks={weeks} reasons={reasons} />
          </Suspense>
        );
      }}
    </ChartCard>
  );
};
