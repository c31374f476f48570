import { Failure } from '../shared/Failure.tsx';
import { Column, Columns } from '../shared/figures/Columns.tsx';
import { IncidentBanner } from '../shared/incidents/IncidentBanner.tsx';
import { ComparedWith } from '../shared/metrics/ComparedWith.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ActionsCard } from './ActionsCard.tsx';
import { DropoffCard } from './comparisons/DropoffCard.tsx';
import { ManagersCard } from './comparisons/ManagersCard.tsx';
import { FailingSoftwareCard } from './FailingSoftwareCard.tsx';
import { FunnelCard } from './FunnelCard.tsx';
import { StuckReasonsCard } from './StuckReasonsCard.tsx';
import { Tiles } from './Tiles.tsx';
import { WeeklyCard } from './WeeklyCard.tsx';

/** Where the funnel leaks, which software is failing for many customers, and how that compares with before. */
export const OverviewPage = () => {
  const { scope } = useScope();
  const overview = useMetrics('overview', scope);
  return (
    <>
      <PageHeader title="Overview" note={<ComparedWith />}>
        <ScopeFilters withSoftware />
      </PageHeader>
      <Column>
        <IncidentBanner software={scope.software} />
        {overview.error && !overview.data ? (
          <Failure error={overview.error} onRetry={() => overview.refetch()} />
        ) : (
          <Tiles overview={overview.data} scope={scope} />
        )}
        <Columns>
          <Column>
            <FunnelCard scope={scope} />
            <WeeklyCard scope={scope} />
            <ManagersCard scope={scope} />
          </Column>
          <Column>
            <FailingSoftwareCard scope={scope} />
            <StuckReasonsCard overview={overview} scope={scope} />
            <DropoffCard scope={scope} />
            <ActionsCard scope={scope} />
          </Column>
        </Columns>
      </Column>
    </>
  );
};
