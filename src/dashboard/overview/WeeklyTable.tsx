import type { WeeklyAnswer } from '../../api/metrics/weekly.ts';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { percent, percentRange, weekLabel } from '../shared/figures/labels.ts';

type Week = WeeklyAnswer['weeks'][number];

const shareOf = ({ share, low, high, of }: Week): string =>
  share === null ? '–' : `${percent(share)} of ${of} (95% CI ${percentRange({ low, high })})`;

/** The chart’s figures, as a table. */
export const WeeklyTable = ({ weeks }: Pick<WeeklyAnswer, 'weeks'>) => (
  <FiguresTable
    label="Conversion by week invited, as a table"
    columns={['Week of', 'Connected', 'Complete']}
    rows={weeks.map((week) => ({
      id: week.week,
      cells: [weekLabel(week), shareOf(week), week.complete ? 'Yes' : 'Not yet'],
    }))}
  />
);
