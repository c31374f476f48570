import { Box } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { OverviewAnswer } from '../../api/metrics/answers.ts';
import { reasonLabel } from '../journey/words.ts';
import { CustomersLink, customersOf } from '../metrics/CustomersLink.tsx';
import { MetricsCard } from '../metrics/MetricsCard.tsx';
import type { Scope } from '../metrics/useScope.ts';
import { EmptyState } from '../shared/EmptyState.tsx';

type Props = { overview: UseQueryResult<OverviewAnswer>; scope: Scope };

/** Why customers are stuck now, the most frequent reason first; each leads to them. */
export const StuckReasonsCard = ({ overview, scope }: Props) => (
  <MetricsCard title="Stuck now, by reason" answer={overview}>
    {({ stuckByReason }) =>
      stuckByReason.length === 0 ? (
        <EmptyState title="Nobody is stuck">
          Every journey of these customers is moving, snoozed or closed.
        </EmptyState>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {stuckByReason.map((reason) => (
            <Row
              key={`${reason.stuckReason} ${reason.failureReason}`}
              reason={reason}
              most={stuckByReason[0]?.count ?? reason.count}
              scope={scope}
            />
          ))}
        </Box>
      )
    }
  </MetricsCard>
);

type RowProps = { reason: OverviewAnswer['stuckByReason'][number]; most: number; scope: Scope };

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
      <span>{reasonLabel(reason)}</span>
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
          {count.toLocaleString()}
        </CustomersLink>
      </Box>
    </Box>
  );
};
