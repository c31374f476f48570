import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ShownMark } from '../../api/metrics/marks.ts';
import type { WeeklyAnswer } from '../../api/metrics/weekly.ts';
import { FEW } from '../../journey/metrics/rate.ts';
import { ChartHint } from '../shared/charts/ChartHint.tsx';
import { MarkLines, MarksOfWeek } from '../shared/charts/MarkLines.tsx';
import { useChartStyle } from '../shared/charts/useChartStyle.ts';
import { percent, percentRange, weekLabel } from '../shared/figures/labels.ts';

type Week = WeeklyAnswer['weeks'][number];
type Props = { weeks: Week[]; marks: ShownMark[]; title: string };

/** Of a week with too few for a share, the chart has a gap. */
const hasShare = ({ share, of }: Week): boolean => share !== null && of >= FEW;

const bandOf = (week: Week) => (hasShare(week) ? [week.low, week.high] : null);
const shareOf = (week: Week) => (hasShare(week) ? week.share : null);

/** The share that connected, week by week, with its 95% confidence interval. Open and dashed while it may change. */
export function WeeklyChart({ weeks, marks, title }: Props) {
  const { palette, chart, axis, grid } = useChartStyle(title);
  const line = { stroke: palette.primary.main, strokeWidth: 2, isAnimationActive: false };
  const lastComplete = weeks.findLastIndex(({ complete }) => complete);
  // The dashes begin where the line ends.
  const mayChange = (week: Week) => weeks.indexOf(week) >= lastComplete;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={weeks} {...chart}>
        <CartesianGrid {...grid} />
        <XAxis dataKey={weekLabel} minTickGap={24} {...axis} />
        <YAxis domain={[0, 1]} tickFormatter={percent} width={44} {...axis} />
        {/* A week with a gap is a week all the same, and says why. */}
        <Tooltip
          filterNull={false}
          content={({ payload }) => <Hint week={payload?.[0]?.payload} marks={marks} />}
        />
        <MarkLines marks={marks} />
        <Area
          dataKey={bandOf}
          stroke="none"
          fill={palette.primary.main}
          fillOpacity={0.15}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey={(week: Week) => (mayChange(week) ? shareOf(week) : null)}
          strokeDasharray="4 4"
          dot={{ r: 3, fill: palette.background.paper, strokeDasharray: '' }}
          {...line}
        />
        <Line
          dataKey={(week: Week) => (week.complete ? shareOf(week) : null)}
          dot={{ r: 3, fill: palette.primary.main }}
          {...line}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const Hint = ({ week, marks }: { week: Week | undefined; marks: ShownMark[] }) => (
  <ChartHint title={week && `Week of ${weekLabel(week)}`}>
    {week && <div>{labelOf(week)}</div>}
    {week && !week.complete && <div>May still change</div>}
    {week && <MarksOfWeek week={week.week} marks={marks} />}
  </ChartHint>
);

const labelOf = ({ share, low, high, of, days }: Week): string =>
  share === null
    ? 'No invitations'
    : `${percent(share)} (${percentRange({ low, high })}) of ${of} connected within ${days} days`;
