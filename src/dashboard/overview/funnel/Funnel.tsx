import { Box, Typography } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../../api/metrics/funnel.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { percent } from '../../shared/figures/labels.ts';
import { CountLink } from '../../shared/metrics/CountLink.tsx';
import type { CustomersFilter } from '../../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { cohortOf } from '../cohortOf.ts';
import { StoppedHere } from './StoppedHere.tsx';

type Props = { funnel: FunnelAnswer; scope: Scope };

/**
 * A bar for each stage, continued in dashes by those who may still get there from the one before. Below it is the status
 * of those who went no further.
 */
export const Funnel = ({ funnel, scope }: Props) => {
  const cohort = cohortOf(scope, funnel.period);
  const widthOf = (count: number): string => `${(100 * count) / funnel.sample}%`;
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
      {funnel.stages.map((stage, index) => (
        <Box component="li" key={stage.stage} sx={rowSx}>
          <Typography variant="body2" sx={{ fontWeight: 600, gridArea: 'name' }}>
            {STAGE_LABELS[stage.stage]}
          </Typography>
          <Box aria-hidden sx={barSx}>
            <Box sx={{ width: widthOf(stage.reached), bgcolor: `stages.${index}`, minWidth: 2 }} />
            <Box sx={{ ...openSx, width: widthOf(funnel.stages[index - 1]?.open.count ?? 0) }} />
          </Box>
          <Numbers
            stage={stage}
            filter={cohort({ kind: 'first', which: 'reached', stage: stage.stage })}
          />
          <Typography
            component="div"
            variant="body2"
            color="textSecondary"
            sx={{ gridArea: 'stopped', minHeight: 22, pb: 0.5 }}
          >
            <StoppedHere
              stage={stage}
              next={funnel.stages[index + 1]}
              period={funnel.period}
              scope={scope}
            />
          </Typography>
        </Box>
      ))}
    </Box>
  );
};

const barSx = {
  gridArea: 'bar',
  display: 'flex',
  height: 24,
  '& > *': { borderRadius: 1 },
} as const;

/** Those who may still get there: at the stage before, and open. */
const openSx = { border: '1px dashed', borderColor: 'text.secondary', opacity: 0.6 } as const;

const rowSx = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.25,
  gridTemplateColumns: { xs: 'minmax(96px, 1fr) auto', sm: '132px minmax(0, 1fr) 220px' },
  gridTemplateAreas: {
    xs: '"name numbers" "bar bar" "stopped stopped"',
    sm: '"name bar numbers" ". stopped stopped"',
  },
} as const;

/** The first step from the invitation has one share, as the step before it is the first. */
type NumbersProps = { stage: FunnelStage; filter: CustomersFilter };

const Numbers = ({
  stage: { reached, deleted, fromFirst, fromPrevious },
  filter,
}: NumbersProps) => (
  <Typography
    component="div"
    variant="body2"
    sx={{ gridArea: 'numbers', textAlign: { xs: 'right', sm: 'left' } }}
  >
    <b>
      <CountLink count={reached} deleted={deleted} filter={filter} />
    </b>
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {typeof fromFirst?.rate === 'number' && ` · ${percent(fromFirst.rate)}`}
      {fromFirst && fromFirst.of === fromPrevious?.of && ' of invited'}
      {typeof fromPrevious?.rate === 'number' && fromPrevious.of !== fromFirst?.of && (
        <>
          {' · '}
          <Box component="b" sx={{ color: 'text.primary' }}>
            {percent(fromPrevious.rate)}
          </Box>
          {' of previous step'}
        </>
      )}
    </Box>
  </Typography>
);
