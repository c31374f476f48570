import { Box, Typography } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../api/metrics/funnel.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { countColumn, figuresOf, rateColumn, textColumn } from '../shared/figures/figuresOf.tsx';
import { percent } from '../shared/figures/labels.ts';
import { RateBar } from '../shared/figures/RateBar.tsx';
import { customersOf } from '../shared/metrics/CustomersLink.tsx';
import { LinkedCounts, ShareText, tooFewNote } from '../shared/metrics/LinkedShare.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { type Scope, useScopeOf } from '../shared/metrics/useScope.ts';

/** The usual share that goes on to a stage, counting a customer for each app they tried. Null if nobody got to the one before. */
const usualShare = ({ groups }: FunnelAnswer, stage: FunnelStage['stage']): number | null => {
  const steps = (groups ?? []).flatMap(({ stages }) =>
    stages.flatMap((one) => (one.stage === stage && one.fromPrevious) || []),
  );
  const sum = (of: 'count' | 'of') => steps.reduce((total, step) => total + step[of], 0);
  return sum('of') > 0 ? sum('count') / sum('of') : null;
};

type Props = { software: string; scope: Scope };

/** Where an app’s customers drop off from its selection on, compared with all software. */
export const StepsCard = ({ software, scope }: Props) => {
  const answer = useMetrics('funnel', { ...scope, software });
  const all = useMetrics('funnel', { ...scope, software: null, by: 'software' });
  return (
    <MetricsCard title="Where customers drop off" answer={answer} figures={figures}>
      {({ stages, sample, period }) =>
        sample === 0 ? (
          <EmptyState title="No attempts in this period">Choose a longer period.</EmptyState>
        ) : (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Typography variant="body2" color="textSecondary">
              Share continuing so far from the step before, of customers who selected it. Dotted
              line: average of all software.
            </Typography>
            {stages.map((stage, index) => (
              <Step
                key={stage.stage}
                software={software}
                period={period}
                stage={stage}
                before={stages[index - 1]}
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

type StepProps = {
  software: string;
  period: Period;
  stage: FunnelStage;
  /** Undefined for the first, which nothing precedes. */
  before: FunnelStage | undefined;
  usual: number | null;
};

const Step = ({ software, period: { from, to }, stage, before, usual }: StepProps) => {
  const { accountManagerId } = useScopeOf();
  if (!stage.fromPrevious || !before) return null;
  const { rate, interval, tooFew } = stage.fromPrevious;
  const reached = ({ stage, reached, deleted }: FunnelStage) => ({
    ...{ count: reached, deleted },
    filter: {
      ...customersOf({ software: null, accountManagerId }),
      cohort: { kind: 'first', which: 'reached', stage, software, from, to } as const,
    },
  });
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', columnGap: 1.5, flexWrap: 'wrap' }}>
        <Box sx={{ mr: 'auto' }}>{STAGE_LABELS[stage.stage]}</Box>
        <ShareText
          share={tooFew ? null : rate}
          interval={interval}
          counts={<LinkedCounts counted={reached(stage)} all={reached(before)} />}
          note={tooFewNote(stage.fromPrevious)}
        />
        {usual !== null && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            all software: {percent(usual)}
          </Box>
        )}
      </Box>
      <RateBar rate={stage.fromPrevious} tone="good" against={usual} />
    </Box>
  );
};
