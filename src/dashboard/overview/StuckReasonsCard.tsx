import { Box } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OverviewAnswer } from '../../api/metrics/overview.ts';
import { formatNumber } from '../../common/locale.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { countColumn, figuresOf, textColumn } from '../shared/figures/figuresOf.tsx';
import { groupLabel } from '../shared/journey/labels.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';

type Props = { overview: UseQueryResult<OverviewAnswer>; scope: Scope };

/** Why customers are stuck now, the most frequent reason first; each number links to them. */
export const StuckReasonsCard = ({ overview, scope }: Props) => (
  <MetricsCard title="Stuck now by reason" answer={overview} figures={figures}>
    {({ stuckByReason }) => <Reasons reasons={stuckByReason} scope={scope} />}
  </MetricsCard>
);

const keyOf = ({ stuckReason, failureReason }: Reason): string => `${stuckReason} ${failureReason}`;

const figures = ({ stuckByReason }: OverviewAnswer) =>
  figuresOf(stuckByReason, keyOf, [
    textColumn('Reason', groupLabel),
    countColumn('Customers', ({ count }) => count),
  ]);

type Reason = OverviewAnswer['stuckByReason'][number];

const Reasons = ({ reasons, scope }: { reasons: Reason[]; scope: Scope }) => {
  const [most] = reasons;
  if (!most) return <EmptyState title="No one is stuck" />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {reasons.map((reason) => (
        <Row key={keyOf(reason)} reason={reason} most={most.count} scope={scope} />
      ))}
    </Box>
  );
};

type RowProps = { reason: Reason; most: number; scope: Scope };

const Row = ({ reason, most, scope }: RowProps) => {
  const { stuckReason, failureReason, count } = reason;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 4fr) 40px',
        gap: 1.5,
        alignItems: 'center',
      }}
    >
      <span>{groupLabel(reason)}</span>
      <Box
        aria-hidden
        sx={{
          height: 9,
          minWidth: 4,
          width: `${(100 * count) / most}%`,
          borderRadius: 99,
          bgcolor: 'journey.done',
        }}
      />
      <Box sx={{ textAlign: 'right' }}>
        <CustomersLink
          filter={{
            ...customersOf(scope),
            stuck: true,
            stuckReason,
            ...(failureReason && { failureReason }),
          }}
        >
          {formatNumber(count)}
        </CustomersLink>
      </Box>
    </Box>
  );
};
