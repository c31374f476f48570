import type { ReasonsAnswer, ReasonsWeek } from '../../api/metrics/reasons.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import { ChartFrame } from '../shared/charts/ChartFrame.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { countColumn, figuresOf, textColumn } from '../shared/figures/figuresOf.tsx';
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
    <ChartCard title="Failure reasons" answer={answer} figures={figures}>
      {({ weeks }) => {
        const reasons = frequent(weeks);
        const [first] = reasons;
        if (!first)
          return (
            <EmptyState title="No failures in this period">Choose a longer period.</EmptyState>
          );
        return (
          <ChartFrame
            summary={`Failed attempts by week and reason. Most frequent: ${REASONS[first].label}.`}
            height={240}
          >
            <ReasonsChart weeks={weeks} reasons={reasons} />
          </ChartFrame>
        );
      }}
    </ChartCard>
  );
};

const figures = ({ weeks }: ReasonsAnswer) =>
  figuresOf(weeks, ({ week }) => week, [
    textColumn('Week of', weekLabel),
    ...frequent(weeks).map((reason) =>
      countColumn(REASONS[reason].label, (week: ReasonsWeek) => countIn(week, reason)),
    ),
  ]);
