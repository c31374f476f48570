import { Box, Typography } from '@mui/material';
import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { hasReached, STAGE_LABELS } from '../../journey/stages.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { RateBar, RateText } from '../shared/metrics/RateBar.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { percent } from '../shared/metrics/words.ts';

type FunnelStage = FunnelAnswer['stages'][number];

/** Before a software is selected, nobody stops because of it. */
const concerns = ({ stage }: FunnelStage): boolean => hasReached(stage, 'initiated');

/** At which step its customers stop, compared with those of all software. */
export const StepsCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  const all = useMetrics('funnel', { ...scope, software: null });
  const usual = (stage: FunnelStage) =>
    all.data?.stages.find((one) => one.stage === stage.stage)?.fromPrevious?.rate ?? null;
  return (
    <MetricsCard title="Where its customers stop" answer={answer}>
      {({ stages, sample }) =>
        sample === 0 ? (
          <EmptyState title="Nobody selected it in this period">
            Choose a longer one to see how far its customers get.
          </EmptyState>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Typography variant="body2" color="textSecondary">
              Who went on from the step before; the dotted line is all software.
            </Typography>
            {stages.filter(concerns).map((stage) => (
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
            all software {percent(usual)}
          </Box>
        )}
      </Box>
      <RateBar rate={stage.fromPrevious} tone="good" against={usual} />
    </Box>
  );
