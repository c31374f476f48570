import { useState } from 'react';
import type { ReasonsAnswer } from '../../../api/metrics/reasons.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { ChartFrame } from '../../shared/charts/ChartFrame.tsx';
import { MarkNotes } from '../../shared/charts/MarkNotes.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { countColumn, figuresOf, textColumn } from '../../shared/figures/figuresOf.tsx';
import { weekLabel } from '../../shared/figures/labels.ts';
import { ChartCard } from '../../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../../shared/metrics/useMetrics.ts';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { PillSwitch } from '../../shared/PillSwitch.tsx';
import { lazyComponent } from '../../shared/pages/lazyComponent.ts';
import { ReasonTotals } from './ReasonTotals.tsx';
import { countIn, frequent, UNITS, type Unit } from './reasons.ts';

// The chart library weighs as much as the rest of the dashboard, so it loads only when a chart is shown.
const ReasonsChart = lazyComponent(async () => (await import('./ReasonsChart.tsx')).ReasonsChart);

type Props = { software: string; scope: Scope };

/** Why attempts with an app failed, week by week: for how many customers or, on demand, how many attempts. */
export const ReasonsCard = ({ software, scope }: Props) => {
  const answer = useMetrics('reasons', { ...scope, software });
  const marks = useMetrics('marks', { period: scope.period, software });
  const [unit, setUnit] = useState<Unit>('customers');
  return (
    <ChartCard
      title="Failure reasons"
      answer={answer}
      figures={(numbers) => figures(numbers, unit)}
      aside={<PillSwitch label="Count" value={unit} options={UNITS} onChange={setUnit} />}
      below={<MarkNotes answer={marks} />}
    >
      {({ weeks, ...numbers }) => {
        const reasons = frequent(numbers, unit);
        const [first] = reasons;
        if (!first)
          return (
            <EmptyState title="No failures in this period">Choose a longer period.</EmptyState>
          );
        const names = reasons.map(({ failureReason }) => failureReason);
        return (
          <>
            <ChartFrame
              summary={`Failures by week and reason. Most frequent: ${REASONS[first.failureReason].label}.`}
              height={200}
            >
              <ReasonsChart
                weeks={weeks}
                reasons={names}
                unit={unit}
                marks={marks.data?.marks ?? []}
              />
            </ChartFrame>
            <ReasonTotals
              software={software}
              period={numbers.period}
              reasons={reasons}
              unit={unit}
            />
          </>
        );
      }}
    </ChartCard>
  );
};

const figures = ({ weeks, ...numbers }: ReasonsAnswer, unit: Unit) =>
  figuresOf(weeks, ({ week }) => week, [
    textColumn('Week of', weekLabel),
    ...frequent(numbers, unit).map(({ failureReason }) =>
      countColumn(REASONS[failureReason].label, (week: (typeof weeks)[number]) =>
        countIn(week, failureReason, unit),
      ),
    ),
  ]);
