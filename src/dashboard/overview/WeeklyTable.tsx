import type { WeeklyAnswer } from '../../api/metrics/weekly.ts';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { weekLabel } from '../shared/figures/labels.ts';
import { RateText } from '../shared/figures/RateBar.tsx';

/** The chart’s figures, as a table. */
export const WeeklyTable = ({ weeks }: Pick<WeeklyAnswer, 'weeks'>) => (
  <FiguresTable
    label="Completion rate by week invited, as a table"
    columns={['Week of', 'Finished']}
    rows={weeks.map(({ week, from, completed }) => ({
      id: week,
      cells: [weekLabel(from), <RateText key={week} rate={completed} />],
    }))}
  />
);
