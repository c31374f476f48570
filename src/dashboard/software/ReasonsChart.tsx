import { Box, type Palette, useTheme } from '@mui/material';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type FailureReason, REASONS } from '../../journey/failure-reasons.ts';
import { countIn, type ReasonsWeek } from './reasons.ts';

type Props = { weeks: ReasonsWeek[]; reasons: FailureReason[] };

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

const coloursOf = ({ error, warning, primary, success, stages, text }: Palette) => [
  error.main,
  primary.main,
  warning.main,
  success.main,
  stages[1],
  text.secondary,
];

/** A bar for each week, stacked by reason; the reasons are told below it, the most frequent first. */
export default function ReasonsChart({ weeks, reasons }: Props) {
  const { palette } = useTheme();
  const colours = coloursOf(palette);
  const colourOf = (index: number) => colours[Math.min(index, colours.length - 1)];
  const axis = { stroke: palette.text.secondary, fontSize: 12, tickLine: false, axisLine: false };
  return (
    <Box aria-hidden>
      <Box sx={{ height: 200 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={weeks.map((week) => ({ name: day.format(new Date(week.from)), week }))}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: -20 }}
          >
            <CartesianGrid stroke={palette.line.faint} vertical={false} />
            <XAxis dataKey="name" minTickGap={24} {...axis} />
            <YAxis allowDecimals={false} {...axis} />
            <Tooltip
              cursor={{ fill: palette.line.faint }}
              contentStyle={{ background: palette.background.paper, borderColor: palette.divider }}
              labelFormatter={(name) => `Week from ${name}`}
            />
            {reasons.map((reason, index) => (
              <Bar
                key={reason}
                name={REASONS[reason].label}
                dataKey={({ week }: { week: ReasonsWeek }) => countIn(week, reason)}
                stackId="reasons"
                fill={colourOf(index)}
                maxBarSize={40}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, fontSize: 13 }}>
        {reasons.map((reason, index) => (
          <Box key={reason} sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
            <Box sx={{ width: 10, height: 10, borderRadius: '2px', bgcolor: colourOf(index) }} />
            {REASONS[reason].label}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
