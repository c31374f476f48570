import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartHint } from '../shared/charts/ChartHint.tsx';
import { useChartStyle } from '../shared/charts/useChartStyle.ts';
import { percent, percentRange } from '../shared/figures/labels.ts';
import type { CurvePoint } from './curve.ts';

type Props = { title: string; points: CurvePoint[]; headline: number | undefined };

const bandOf = (which: 'now' | 'before') => (point: CurvePoint) =>
  point[which] && [point[which].low, point[which].high];

/** The share connected by day since invitation, of this period and dashed of the one before, with their intervals. */
export function CurveChart({ title, points, headline }: Props) {
  const { palette, chart, axis, grid } = useChartStyle(title);
  const series = [
    { which: 'before', colour: palette.text.secondary, dash: '4 4', opacity: 0.1 },
    { which: 'now', colour: palette.primary.main, dash: '', opacity: 0.16 },
  ] as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={points} {...chart}>
        <CartesianGrid {...grid} />
        <XAxis dataKey="day" type="number" domain={[0, 'dataMax']} tickCount={7} {...axis} />
        <YAxis domain={[0, 1]} tickFormatter={percent} width={44} {...axis} />
        <Tooltip content={({ payload }) => <Hint point={payload?.[0]?.payload} />} />
        {headline !== undefined && (
          <ReferenceLine x={headline} stroke={palette.text.secondary} strokeDasharray="1 3" />
        )}
        {series.map(({ which, colour, opacity }) => (
          <Area
            key={`${which}-band`}
            type="stepAfter"
            dataKey={bandOf(which)}
            stroke="none"
            fill={colour}
            fillOpacity={opacity}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {series.map(({ which, colour, dash }) => (
          <Line
            key={which}
            type="stepAfter"
            dataKey={(point: CurvePoint) => point[which]?.share}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const Hint = ({ point }: { point: CurvePoint | undefined }) => (
  <ChartHint title={point && `Within ${point.day} days`}>
    {point?.now && <div>{`This period: ${labelOf(point.now)}`}</div>}
    {point?.before && <div>{`Period before: ${labelOf(point.before)}`}</div>}
  </ChartHint>
);

const labelOf = ({ share, low, high }: NonNullable<CurvePoint['now']>): string =>
  `${percent(share)} (${percentRange({ low, high })})`;
