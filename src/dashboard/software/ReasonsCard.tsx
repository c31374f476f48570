import { Skeleton } from '@mui/material';
import { Suspense } from 'react';
import { REASONS } from '../../journey/failure-reasons.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FiguresTable } from '../shared/metrics/FiguresTable.tsx';
import { PicturedCard } from '../shared/metrics/PicturedCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { weekDay } from '../shared/metrics/words.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';
import { countIn, frequent } from './reasons.ts';

// Charts weigh as much as all else together: they are loaded when one is to be seen.
const ReasonsChart = lazyComponent(async () => (await import('./ReasonsChart.tsx')).ReasonsChart);

/** Why tries failed, week by week. */
export const ReasonsCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('reasons', scope);
  return (
    <PicturedCard title="Why tries failed" answer={answer}>
      {({ weeks }, view) => {
        const reasons = frequent(weeks);
        if (reasons.length === 0)
          return (
            <EmptyState title="No try failed in this period">
              Choose a longer one to see what went wrong before.
            </EmptyState>
          );
        return view === 'table' ? (
          <FiguresTable
            label="Why tries failed, in figures"
            columns={['Week from', ...reasons.map((reason) => REASONS[reason].label)]}
            rows={weeks.map((week) => ({
              id: week.week,
              cells: [weekDay(week.from), ...reasons.map((reason) => countIn(week, reason))],
            }))}
          />
        ) : (
          <Suspense fallback={<Skeleton variant="rounded" height={240} aria-label="Loading" />}>
            <ReasonsChart weeks={weeks} reasons={reasons} />
          </Suspense>
        );
      }}
    </PicturedCard>
  );
};
