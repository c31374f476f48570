import type { FunnelAnswer } from '../../api/metrics/funnel.ts';
import { formatNumber } from '../../common/locale.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { hoursLabel } from '../shared/figures/labels.ts';
import { RateText } from '../shared/figures/RateBar.tsx';

const COLUMNS = [
  'Stage',
  'Reached',
  'Of previous step',
  'Median time',
  '90th percentile',
  'In progress',
  'Stuck',
  'Snoozed',
  'Closed',
  'Restarted',
  'Deleted',
];

const timeOf = (hours: number | null | undefined): string =>
  typeof hours === 'number' ? hoursLabel(hours) : '–';

/** The funnel as a table. */
export const FunnelTable = ({ funnel }: { funnel: FunnelAnswer }) => (
  <FiguresTable
    label="Funnel, as a table"
    columns={COLUMNS}
    rows={funnel.stages.map(({ stage, reached, fromPrevious, time, stopped }) => ({
      id: stage,
      cells: [
        STAGE_LABELS[stage],
        formatNumber(reached),
        fromPrevious && <RateText rate={fromPrevious} />,
        timeOf(time?.median.hours),
        timeOf(time?.p90.hours),
        stopped.moving,
        stopped.stuck,
        stopped.snoozed,
        stopped.closed,
        stopped.earlier,
        stopped.deleted,
      ],
    }))}
  />
);
