import type { WeeklyAnswer } from '../../api/metrics/answers.ts';
import { FiguresTable } from '../shared/metrics/FiguresTable.tsx';
import { RateText } from '../shared/metrics/RateBar.tsx';
import { weekDay } from '../shared/metrics/words.ts';

/** What the chart shows, in figures. */
export const WeeklyTable = ({ weeks }: Pick<WeeklyAnswer, 'weeks'>) => (
  <FiguresTable
    label="Completed, by week of invitation, in figures"
    columns={['Week from', 'Completed']}
    rows={weeks.map(({ week, from, completed }) => ({
      id: week,
      cells: [weekDay(from), <RateText key={week} rate={completed} />],
    }))}
  />
);
