import { Box, Typography } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../api/metrics/funnel.ts';
import { formatNumber } from '../../common/locale.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { percent } from '../shared/figures/labels.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { StoppedHere } from './StoppedHere.tsx';

type Props = { funnel: FunnelAnswer; scope: Scope };

/** A bar for each stage, and below it the status of those who went no further. */
export const Funnel = ({ funnel, scope }: Props) => (
  <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
    {funnel.stages.map((stage, index) => (
      <Box component="li" key={stage.stage} sx={rowSx}>
        <Typography variant="body2" sx={{ fontWeight: 600, gridArea: 'name' }}>
          {STAGE_LABELS[stage.stage]}
        </Typography>
        <Box
          aria-hidden
          sx={{
            gridArea: 'bar',
            height: 24,
            minWidth: 2,
            width: `${(100 * stage.reached) / funnel.sample}%`,
            borderRadius: 1,
            bgcolor: `stages.${index}`,
          }}
        />
        <Numbers stage={stage} />
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

const rowSx = {
  display: 'grid',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.25,
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '132px minmax(0, 1fr) 220px' },
  gridTemplateAreas: {
    xs: '"name numbers" "bar bar" "stopped stopped"',
    sm: '"name bar numbers" ". stopped stopped"',
  },
} as const;

/** The first step from the invitation has one share, as the step before it is the first. */
const Numbers = ({ stage: { reached, fromFirst, fromPrevious } }: { stage: FunnelStage }) => (
  <Typography component="div" variant="body2" sx={{ gridArea: 'numbers', whiteSpace: 'nowrap' }}>
    <b>{formatNumber(reached)}</b>
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
