import { Box, useTheme } from '@mui/material';
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
import type { WeeklyAnswer } from '../../api/metrics/weekly.ts';
import { FEW } from '../../journey/metrics/rate.ts';
import { percent, weekLabel } from '../shared/figures/labels.ts';

type Week = WeeklyAnswer['weeks'][number];

/** A week as the chart draws it; one with too few for a share is a gap. */
const pointOf = ({ week, days, share, low, high, of }: Week) => ({
  name: weekLabel({ week }),
  share: of < FEW ? null : share,
  interval: of < FEW ? null : [low, high],
  label:
    share === null ? 'No invitations' : `${percent(share)} of ${of} connected within ${days} days`,
});
type Point = ReturnType<typeof pointOf>;

/** The share that connected, week by week, with its 95% confidence interval. */
export function WeeklyChart({ weeks }: Pick<WeeklyAnswer, 'weeks'>) {
  const { palette } = useTheme();
  const axis = { stroke: palette.text.secondary, fontSize: 12, tickLine: false, axisLine: false };
  return (
    <Box aria-hidden sx={{ height: 220 }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={weeks.map(pointOf)}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: -12 }}
        >
          <CartesianGrid stroke={palette.line.faint} vertical={false} />
          <XAxis dataKey="name" minTickGap={24} {...axis} />
          <YAxis domain={[0, 1]} tickFormatter={percent} width={56} {...axis} />
          <Tooltip content={({ payload }) => <Hint point={payload?.[0]?.payload} />} />
          <Area
            dataKey="interval"
            stroke="none"
            fill={palette.primary.main}
            fillOpacity={0.15}
            isAnimationActive={false}
          />
          <Line
            dataKey="share"
            stroke={palette.primary.main}
            strokeWidth={2}
            dot={{ r: 3, fill: palette.primary.main }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  );
}

const Hint = ({ point }: { point: Point | undefined }) =>
  point ? (
    <Box
      sx={{ p: 1, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <b>Week of {point.name}</b>
      <div>{point.label}</div>
    </Box>
  ) : null;
