import type { FunnelAnswer } from '../../../api/metrics/funnel.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import {
  countColumn,
  figuresOf,
  hoursColumn,
  rateColumn,
  textColumn,
} from '../../shared/figures/figuresOf.tsx';
import { ChartCard } from '../../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../../shared/metrics/useMetrics.ts';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { Funnel } from './Funnel.tsx';

/** Seven stages. */
const HEIGHT = 7 * 53;

/** From invitation to data: how far journeys got, and the status of those that went no further. */
export const FunnelCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  return (
    <ChartCard title="Funnel so far" answer={answer} figures={figures} height={HEIGHT}>
      {(funnel) =>
        funnel.sample === 0 ? (
          <EmptyState title="No invitations in this period">Choose a longer period.</EmptyState>
        ) : (
          <Funnel funnel={funnel} scope={scope} />
        )
      }
    </ChartCard>
  );
};

const figures = ({ stages }: FunnelAnswer) =>
  figuresOf(stages, ({ stage }) => stage, [
    textColumn('Stage', ({ stage }) => STAGE_LABELS[stage]),
    countColumn('Reached', ({ reached }) => reached),
    rateColumn('Of previous step', ({ fromPrevious }) => fromPrevious),
    rateColumn('Still open', ({ open }) => open),
    hoursColumn('Median time', ({ time }) => time?.median.hours ?? null),
    hoursColumn('90th percentile', ({ time }) => time?.p90.hours ?? null),
    countColumn('In progress', ({ stopped }) => stopped.moving),
    countColumn('Stuck', ({ stopped }) => stopped.stuck),
    countColumn('Snoozed', ({ stopped }) => stopped.snoozed),
    countColumn('Closed', ({ stopped }) => stopped.closed),
    countColumn('Elsewhere', ({ stopped }) => stopped.elsewhere),
    countColumn('Restarted', ({ stopped }) => stopped.earlier),
    countColumn('Deleted', ({ stopped }) => stopped.deleted),
  ]);
