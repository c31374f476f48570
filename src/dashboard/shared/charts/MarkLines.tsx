import { useTheme } from '@mui/material';
import { ReferenceLine } from 'recharts';
import type { ShownMark } from '../../../api/metrics/marks.ts';
import { dateLabel, weekLabel } from '../figures/labels.ts';

/** A line at each week with marks, in a chart whose horizontal axis names weeks. */
export const MarkLines = ({ marks }: { marks: readonly ShownMark[] }) => {
  const { text } = useTheme().palette;
  const weeks = [...new Set(marks.map(weekLabel))];
  return weeks.map((week) => (
    <ReferenceLine
      key={week}
      x={week}
      stroke={text.secondary}
      label={{ value: '▾', position: 'top', offset: -6, fill: text.secondary }}
    />
  ));
};

/** The marks of a week, in a chart’s hint. */
export const MarksOfWeek = ({ week, marks }: { week: string; marks: readonly ShownMark[] }) =>
  marks
    .filter((mark) => mark.week === week)
    .map(({ at, day, label }) => <div key={`${at} ${label}`}>{`${dateLabel(day)}: ${label}`}</div>);
