import { Box, Typography } from '@mui/material';
import type { ManagersAnswer } from '../../../api/metrics/managers.ts';
import { counted } from '../../../common/locale.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import {
  countColumn,
  estimateColumn,
  figuresOf,
  rateColumn,
  textColumn,
} from '../../shared/figures/figuresOf.tsx';
import { percent } from '../../shared/figures/labels.ts';
import { MetricsCard } from '../../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../../shared/metrics/useMetrics.ts';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { ManagerRow } from './ManagerRow.tsx';
import { nameOf, verdictOf } from './managers.ts';

/** The conversion of each account manager’s customers, standardized to the same mix of software. */
export const ManagersCard = ({ scope: { period, software } }: { scope: Scope }) => {
  const answer = useMetrics('managers', { period, software });
  return (
    <MetricsCard title="By account manager" answer={answer} figures={figures}>
      {(numbers) => <Rows numbers={numbers} software={software} />}
    </MetricsCard>
  );
};

const figures = ({ managers }: ManagersAnswer) =>
  figuresOf(managers, ({ id }) => id ?? '', [
    textColumn('Account manager', nameOf),
    countColumn('Invited', ({ of }) => of),
    countColumn('Still open', ({ open }) => open),
    countColumn('Left out', ({ leftOut }) => leftOut),
    rateColumn('Unadjusted', ({ raw }) => raw),
    estimateColumn('Adjusted', ({ raw, standardized }) => (raw.tooFew ? null : standardized)),
    estimateColumn('Above the rest', ({ difference }) => difference),
    textColumn('Clear', verdictOf),
  ]);

const Rows = ({ numbers, software }: { numbers: ManagersAnswer; software: string | null }) => {
  const { days, all, managers, ripe } = numbers;
  const young = all.of - all.raw.of;
  if (all.raw.of === 0)
    return (
      <EmptyState title={`Nobody was invited at least ${days} days ago`}>
        Choose a longer or an earlier period.
      </EmptyState>
    );
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {`Connected within ${days} days, as if all had the same mix of software. Dotted line: all together, ${percent(all.raw.rate ?? 0)}.`}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {managers
          .filter(({ raw }) => raw.of > 0)
          .map((manager) => (
            <ManagerRow
              key={manager.id}
              manager={manager}
              against={all.raw.rate}
              ripe={ripe}
              software={software}
            />
          ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
        {young > 0 &&
          `${counted(young, 'customer', 'customers')} invited less than ${days} days ago ${young === 1 ? 'doesn’t' : 'don’t'} count yet. `}
        {all.leftOut > 0 &&
          `${counted(all.leftOut, 'was', 'were')} left out as duplicates or not our customers.`}
      </Typography>
    </>
  );
};
