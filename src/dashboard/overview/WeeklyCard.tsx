import { Typography } from '@mui/material';
import type { WeeklyAnswer } from '../../api/metrics/weekly.ts';
import { FEW } from '../../journey/metrics/rate.ts';
import { ChartFrame } from '../shared/charts/ChartFrame.tsx';
import { MarkNotes } from '../shared/charts/MarkNotes.tsx';
import {
  countColumn,
  estimateColumn,
  figuresOf,
  textColumn,
} from '../shared/figures/figuresOf.tsx';
import { percent, weekLabel } from '../shared/figures/labels.ts';
import { ChartCard } from '../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';

// The chart library weighs as much as the rest of the dashboard, so it loads only when a chart is shown.
const WeeklyChart = lazyComponent(async () => (await import('./WeeklyChart.tsx')).WeeklyChart);

const TITLE = 'Conversion by week invited';
const HEIGHT = 200;
const NOTE = 68;

/** Whether more of the invited customers connect in time than in earlier weeks. */
export const WeeklyCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('weekly', scope);
  const marks = useMetrics('marks', { period: scope.period, software: scope.software });
  return (
    <ChartCard
      title={TITLE}
      answer={answer}
      figures={figures}
      height={HEIGHT + NOTE}
      below={<MarkNotes answer={marks} />}
    >
      {({ weeks }) => (
        <>
          <ChartFrame summary={summaryOf(weeks)} height={HEIGHT}>
            <WeeklyChart weeks={weeks} marks={marks.data?.marks ?? []} title={TITLE} />
          </ChartFrame>
          <Typography variant="body2" color="textSecondary" sx={{ pt: 1 }}>
            {`Shaded: 95% confidence interval. Dashed: may still change. Weeks with fewer than ${FEW} invitations are hidden.`}
          </Typography>
        </>
      )}
    </ChartCard>
  );
};

const figures = ({ weeks }: WeeklyAnswer) =>
  figuresOf(weeks, ({ week }) => week, [
    textColumn('Week of', weekLabel),
    countColumn('Invited', ({ of }) => of),
    estimateColumn('Connected', (week) => week),
    textColumn('May still change', ({ complete }) => (complete ? 'No' : 'Yes')),
  ]);

const summaryOf = (weeks: WeeklyAnswer['weeks']): string =>
  weeks
    .flatMap(({ week, share, of }) =>
      share === null || of < FEW ? [] : [`week of ${weekLabel({ week })} ${percent(share)}`],
    )
    .join(', ');
