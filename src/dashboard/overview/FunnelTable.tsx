import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { FiguresTable } from '../shared/metrics/FiguresTable.tsx';
import { RateText } from '../shared/metrics/RateBar.tsx';
import { spanOf } from '../shared/metrics/words.ts';

const COLUMNS = [
  'Stage',
  'Reached',
  'Of previous',
  'Median time',
  '90th percentile',
  'Moving',
  'Stuck',
  'Closed',
  'Began again',
];

const timeOf = (hours: number | null): string => (hours === null ? '–' : spanOf(hours));

/** The funnel in figures. */
export const FunnelTable = ({ funnel }: { funnel: FunnelAnswer }) => (
  <FiguresTable
    label="The funnel in figures"
    columns={COLUMNS}
    rows={funnel.stages.map(({ stage, reached, fromPrevious, medianHours, p90Hours, stopped }) => ({
      id: stage,
      cells: [
        STAGE_LABELS[stage],
        reached.toLocaleString(),
        fromPrevious && <RateText rate={fromPrevious} />,
        timeOf(medianHours),
        timeOf(p90Hours),
        stopped.moving,
        stopped.stuck,
        stopped.closed,
        stopped.earlier,
      ],
    }))}
  />
);
