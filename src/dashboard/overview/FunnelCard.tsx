import { useState } from 'react';
import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { MetricsCard } from '../metrics/MetricsCard.tsx';
import { useMetrics } from '../metrics/useMetrics.ts';
import type { Scope } from '../metrics/useScope.ts';
import { DownloadButton } from '../shared/DownloadButton.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { saveCsv } from '../shared/saveCsv.ts';
import { Funnel } from './Funnel.tsx';
import { FunnelTable } from './FunnelTable.tsx';

const VIEWS = { picture: 'Picture', table: 'Table' };

/** From the invitation to streaming data: how many got how far, and what became of those who went no further. */
export const FunnelCard = ({ scope }: { scope: Scope }) => {
  const [view, setView] = useState<keyof typeof VIEWS>('picture');
  const answer = useMetrics('funnel', scope);
  return (
    <MetricsCard
      title="From invitation to data"
      answer={answer}
      aside={<PillSwitch label="View" value={view} options={VIEWS} onChange={setView} />}
    >
      {(funnel) =>
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
    </MetricsCard>
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
