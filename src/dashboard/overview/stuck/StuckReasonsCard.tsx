import { Box, Link } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { countColumn, figuresOf, textColumn } from '../../shared/figures/figuresOf.tsx';
import { groupLabel } from '../../shared/journey/labels.ts';
import { MetricsCard } from '../../shared/metrics/MetricsCard.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { StuckOwners } from './StuckOwners.tsx';
import { keyOf, StuckReasons } from './StuckReasons.tsx';

type Props = { overview: UseQueryResult<OverviewAnswer>; scope: Scope };

/** Who is stuck now: whose they are, and why, the most frequent reason first. Each number links to them in the queue. */
export const StuckReasonsCard = ({ overview, scope }: Props) => (
  <MetricsCard
    title="Stuck now by reason"
    answer={overview}
    definition={({ definitions }) => definitions.stuckNow}
    figures={figures}
    height={HEIGHT}
    aside={
      <Link component={RouterLink} to="/stuck">
        Open queue
      </Link>
    }
  >
    {({ stuckByReason }) =>
      stuckByReason.length === 0 ? (
        <EmptyState title="No one is stuck" />
      ) : (
        <Box sx={bodySx}>
          <StuckOwners scope={scope} />
          <StuckReasons reasons={stuckByReason} scope={scope} />
        </Box>
      )
    }
  </MetricsCard>
);

/** Four rows and how many more there are. */
const HEIGHT = 150;

const bodySx = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '200px minmax(0, 1fr)' },
} as const;

const figures = ({ stuckByReason }: OverviewAnswer) =>
  figuresOf(stuckByReason, keyOf, [
    textColumn('Reason', groupLabel),
    countColumn('Customers', ({ count }) => count),
  ]);
