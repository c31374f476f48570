import { Box, Typography } from '@mui/material';
import type { FunnelStage } from '../../api/metrics/funnel.ts';
import { hasReached, STAGE_LABELS } from '../../journey/stages.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { percent } from '../shared/figures/labels.ts';
import { RateBar, RateText } from '../shared/figures/RateBar.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';

/** Before software is selected, it can’t be why customers drop off. */
const followsSelection = ({ stage }: FunnelStage): boolean => hasReached(stage, 'initiated');

/** Where an app’s customers drop off, compared with all software. */
export const StepsCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  const all = useMetrics('funnel', { ...scope, software: null });
  const usual = (stage: FunnelStage) =>
    all.data?.stages.find((one) => one.stage === stage.stage)?.fromPrevious?.rate ?? null;
  return (
    <MetricsCard title="Where customers drop off" answer={answer}>
      {({ stages, sample }) =>
        sample === 0 ? (
          <EmptyState title="No attempts in this period">Choose a longer period.</EmptyState>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Typography variant="body2" color="textSecondary">
              Share continuing from the previous step. Dotted line: average of all software.
            </Typography>
            {stages.filter(followsSelection).map((stage) => (
              <Step key={stage.stage} stage={stage} usual={usual(stage)} />
            ))}
          </Box>
        )
      }
    </MetricsCard>
  );
};

const Step = ({ stage, usual }: { stage: FunnelStage; usual: number | null }) =>
  stage.fromPrevious && (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', columnGap: 1.5, flexWrap: 'wrap' }}>
        <Box sx={{ mr: 'auto' }}>{STAGE_LABELS[stage.stage]}</Box>
        <RateText rate={stage.fromPrevious} />
        {usual !== null && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            all software: {percent(usual)}
          </Box>
        )}
      </Box>
      <RateBar rate={stage.fromPrevious} tone="good" against={usual} />
    </Box>
  );
