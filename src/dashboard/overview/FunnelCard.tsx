import type { FunnelAnswer } from '../../api/metrics/funnel.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { saveCsv } from '../shared/csv/saveCsv.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ChartCard } from '../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { Funnel } from './Funnel.tsx';
import { FunnelTable } from './FunnelTable.tsx';

/** From invitation to data: how far journeys got, and the status of those that went no further. */
export const FunnelCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  return (
    <ChartCard title="Funnel" answer={answer}>
      {(funnel, view) =>
        funnel.sample === 0 ? (
          <EmptyState title="No invitations in this period">Choose a longer period.</EmptyState>
        ) : view === 'chart' ? (
          <Funnel funnel={funnel} scope={scope} />
        ) : (
          <>
            <FunnelTable funnel={funnel} />
            <DownloadButton label="CSV" save={() => saveCsv(rowsOf(funnel), 'funnel')} />
          </>
        )
      }
    </ChartCard>
  );
};

const rowsOf = ({ stages }: FunnelAnswer) =>
  stages.map(({ stage, reached, stopped, fromPrevious, fromFirst, open, time }) => ({
    stage: STAGE_LABELS[stage],
    reached,
    shareOfPrevious: fromPrevious?.rate ?? null,
    shareOfInvited: fromFirst?.rate ?? null,
    stillOpen: open.count,
    medianHours: time?.median.hours ?? null,
    p90Hours: time?.p90.hours ?? null,
    timed: time?.of ?? null,
    ...stopped,
  }));
