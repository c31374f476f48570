import type { Palette } from '@mui/material';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ShownMark } from '../../../api/metrics/marks.ts';
import type { ReasonsWeek } from '../../../api/metrics/reasons.ts';
import { type FailureReason, REASONS } from '../../../journey/failure-reasons.ts';
import { ChartHint } from '../../shared/charts/ChartHint.tsx';
import { MarkLines, MarksOfWeek } from '../../shared/charts/MarkLines.tsx';
import { useChartStyle } from '../../shared/charts/useChartStyle.ts';
import { weekLabel } from '../../shared/figures/labels.ts';
import { coloursOf, countIn, type Unit } from './reasons.ts';

type Props = {
  weeks: ReasonsWeek[];
  reasons: FailureReason[];
  unit: Unit;
  marks: ShownMark[];
};

type Series = { label: string; colour: string; countIn: (week: ReasonsWeek) => number };

/** The most frequent reasons, each in its own colour; the rest together as “Other”. */
const seriesOf = (reasons: FailureReason[], unit: Unit, palette: Palette): Series[] => {
  const colours = coloursOf(palette);
  const { text } = palette;
  const apart = reasons.slice(0, colours.length).map((reason, index) => ({
    label: REASONS[reason].label,
    colour: colours[index] ?? text.secondary,
    countIn: (week: ReasonsWeek) => countIn(week, reason, unit),
  }));
  const others = reasons.slice(colours.length);
  if (others.length === 0) return apart;
  const countOthers = (week: ReasonsWeek) =>
    others.reduce((sum, reason) => sum + countIn(week, reason, unit), 0);
  return [...apart, { label: 'Other', colour: text.secondary, countIn: countOthers }];
};

/** A bar for each week, stacked by reason, the most frequent reason below. */
export function ReasonsChart({ weeks, reasons, unit, marks }: Props) {
  const { palette, chart, axis, grid } = useChartStyle('Failures by week and reason');
  const series = seriesOf(reasons, unit, palette);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={weeks.map((week) => ({ name: weekLabel(week), week }))} {...chart}>
        <CartesianGrid {...grid} />
        <XAxis dataKey="name" minTickGap={24} {...axis} />
        <YAxis allowDecimals={false} width={36} {...axis} />
        <Tooltip
          cursor={{ fill: palette.line.faint }}
          content={({ payload }) => (
            <Hint week={payload?.[0]?.payload.week} series={series} marks={marks} />
          )}
        />
        <MarkLines marks={marks} />
        {series.map(({ label, colour, countIn }) => (
          <Bar
            key={label}
            name={label}
            dataKey={({ week }: { week: ReasonsWeek }) => countIn(week)}
            stackId="reasons"
            fill={colour}
            maxBarSize={40}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type HintProps = { week: ReasonsWeek | undefined; series: Series[]; marks: ShownMark[] };

const Hint = ({ week, series, marks }: HintProps) => (
  <ChartHint title={week && `Week of ${weekLabel(week)}`}>
    {week &&
      series
        .filter(({ countIn }) => countIn(week) > 0)
        .map(({ label, countIn }) => <div key={label}>{`${label}: ${countIn(week)}`}</div>)}
    {week && <MarksOfWeek week={week.week} marks={marks} />}
  </ChartHint>
);
