import { Skeleton } from '@mui/material';
import { useGetIdentity, useGetOne } from 'react-admin';
import { Navigate, useSearchParams } from 'react-router-dom';
import type { UserRecord } from '../../api/users/resource.ts';
import type { PeriodName } from '../../journey/metrics/named-period.ts';
import { Column } from '../shared/figures/Columns.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { usePeriod } from '../shared/period/usePeriod.ts';
import { GroupCard } from './GroupCard.tsx';
import { GROUPS } from './groups.ts';
import { PortfolioTiles } from './PortfolioTiles.tsx';
import { SummaryCard } from './SummaryCard.tsx';

const PERIOD: PeriodName = 'since-last-week';

/** Opens with what happened since last week, and an account manager’s own customers. */
export const PortfolioPage = () => {
  const [search] = useSearchParams();
  const { identity } = useGetIdentity();
  if (search.has('period') || search.has('from')) return <Portfolio />;
  if (!identity) return null;
  const start = new URLSearchParams(search);
  start.set('period', PERIOD);
  if (identity.role === 'manager' && !search.has('accountManagerId'))
    start.set('accountManagerId', String(identity.id));
  return <Navigate to={{ search: String(start) }} replace />;
};

/** As in “Lena Hart’s customers”. */
const useWhose = (accountManagerId: string | null): string => {
  const { data } = useGetOne<UserRecord>(
    'users',
    { id: accountManagerId ?? '' },
    { enabled: accountManagerId !== null },
  );
  if (accountManagerId === null) return 'All customers';
  return `${data?.name ?? '…'}’s customers`;
};

/** What became of an account manager’s customers, who needs them, and what to tell the boss. */
const Portfolio = () => {
  const { scope } = useScope();
  const { timeZone } = usePeriod();
  const { period, accountManagerId } = scope;
  const answer = useMetrics('portfolio', { period, accountManagerId });
  // The numbers are of all software, whatever the address of another page had.
  const of = { software: null, accountManagerId };
  const whose = useWhose(accountManagerId);
  return (
    <>
      <PageHeader title="Portfolio" note={whose}>
        <ScopeFilters />
      </PageHeader>
      {answer.isPending ? (
        // All of it comes with one answer, and nobody knows how high its parts will be.
        <Skeleton variant="rounded" height={640} />
      ) : (
        <Column>
          <SummaryCard answer={answer} whose={whose} timeZone={timeZone} />
          {!(answer.error && !answer.data) && <PortfolioTiles answer={answer.data} scope={of} />}
          {GROUPS.map((group) => (
            <GroupCard key={group} group={group} answer={answer} scope={of} />
          ))}
        </Column>
      )}
    </>
  );
};
