import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { saveCsv } from '../shared/csv/saveCsv.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PicturedCard } from '../shared/metrics/PicturedCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { Funnel } from './Funnel.tsx';
import { FunnelTable } from './FunnelTable.tsx';

/** From the invitation to streaming data: how many got how far, and what became of those who went no further. */
export const FunnelCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  return (
    <PicturedCard title="From invitation to data" answer={answer}>
      {(funnel, view) =>
        funnel.sample === 0 ? (
          <EmptyState title="Nobody was invited in this period">
            Choose a longer one, or send customers their Link URL.
          </EmptyState>
        ) : view === 'picture' ? (
          <Funnel funnel={funnel} scope={scope} />
        ) : (
          <>
            <FunnelTable funnel={funnel} />
            <DownloadButton label="CSV" save={() => saveCsv(rowsOf(funnel), 'funnel')} />
          </>
        )
      }
    </PicturedCard>
  );
};

const rowsOf = ({ stages }: FunnelAnswer) =>
  stages.map(({ stage, stopped, fromPrevious, fromFirst, ...numbers }) => ({
    stage: STAGE_LABELS[stage],
    ...numbers,
    shareOfPrevious: fromPrevious?.rate ?? null,
    shareOfInvited: fromFirst?.rate ?? null,
    ...stopped,
  }));
