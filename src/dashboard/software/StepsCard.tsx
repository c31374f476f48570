import { Box, Typography } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../api/metrics/funnel.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { countColumn, figuresOf, rateColumn, textColumn } from '../shared/figures/figuresOf.tsx';
import { percent } from '../shared/figures/labels.ts';
import { RateBar, RateText } from '../shared/figures/RateBar.tsx';
import { counted } from '../shared/format/counted.ts';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';

/** All software together: its customers’ steps, each counted for every app they tried. */
const together = (
  { groups }: Pick<FunnelAnswer, 'groups'>,
  stage: FunnelStage['stage'],
): FunnelStage[] =>
  groups?.flatMap(({ stages }) => stages.filter((one) => one.stage === stage)) ?? [];

/** The usual share that goes on to a stage. Null if nobody got to the one before. */
const usualShare = (all: FunnelAnswer, stage: FunnelStage['stage']): number | null => {
  const steps = together(all, stage).flatMap(({ fromPrevious }) => fromPrevious ?? []);
  const sum = (of: 'count' | 'of') => steps.reduce((total, step) => total + step[of], 0);
  return sum('of') > 0 ? sum('count') / sum('of') : null;
};

/** Where an app’s customers drop off from its selection on, compared with all software. */
export const StepsCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('funnel', scope);
  const all = useMetrics('funnel', { ...scope, software: null, by: 'software' });
  return (
    <MetricsCard title="Where customers drop off" answer={answer} figures={figures}>
      {({ stages, sample }) =>
        sample === 0 ? (
          <EmptyState title="No attempts in this period">Choose a longer period.</EmptyState>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Typography variant="body2" color="textSecondary">
              {`${counted(sample, 'customer', 'customers')} selected it. Share continuing so far from the step before. Dotted line: average of all software.`}
            </Typography>
            {stages.map((stage) => (
              <Step
                key={stage.stage}
                stage={stage}
                usual={all.data ? usualShare(all.data, stage.stage) : null}
              />
            ))}
          </Box>
        )
      }
    </MetricsCard>
  );
};

const figures = ({ stages }: FunnelAnswer) =>
  figuresOf(stages, ({ stage }) => stage, [
    textColumn('Step', ({ stage }) => STAGE_LABELS[stage]),
    countColumn('Reached', ({ reached }) => reached),
    rateColumn('From the step before', ({ fromPrevious }) => fromPrevious),
  ]);

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
