import { CsvButton } from '../shared/csv/CsvButton.tsx';
import { Failure } from '../shared/Failure.tsx';
import { Column, Columns } from '../shared/figures/Columns.tsx';
import { IncidentBanner } from '../shared/incidents/IncidentBanner.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ComparedWith } from '../shared/period/ComparedWith.tsx';
import { ActionsCard } from './ActionsCard.tsx';
import { CurveCard } from './CurveCard.tsx';
import { DropoffCard } from './comparisons/DropoffCard.tsx';
import { ManagersCard } from './comparisons/ManagersCard.tsx';
import { FailingSoftwareCard } from './FailingSoftwareCard.tsx';
import { FunnelCard } from './funnel/FunnelCard.tsx';
import { Group } from './Group.tsx';
import { StuckReasonsCard } from './stuck/StuckReasonsCard.tsx';
import { keyNumbers } from './tiles/keyNumbers.ts';
import { Tiles } from './tiles/Tiles.tsx';
import { WeeklyCard } from './WeeklyCard.tsx';

/** In the order people ask: is something broken, what needs me, how are we doing, where does it leak, who with, what helps. */
export const OverviewPage = () => {
  const { scope } = useScope();
  const overview = useMetrics('overview', scope);
  const { data, error, refetch } = overview;
  return (
    <>
      <PageHeader title="Overview" note={<ComparedWith />}>
        <ScopeFilters withSoftware />
      </PageHeader>
      <Column>
        <IncidentBanner software={scope.software} />
        <Group question="What needs you?">
          <StuckReasonsCard overview={overview} scope={scope} />
        </Group>
        <Group
          question="How are we doing?"
          aside={<CsvButton title="Key numbers" answer={data} figures={data && keyNumbers(data)} />}
        >
          {error && !data ? (
            <Failure error={error} onRetry={() => refetch()} />
          ) : (
            <Tiles overview={data} scope={scope} />
          )}
          <Columns>
            <CurveCard scope={scope} headline={data?.conversion.days} />
            <WeeklyCard scope={scope} />
          </Columns>
        </Group>
        <Group question="Where do customers drop off?">
          <FunnelCard scope={scope} />
        </Group>
        <Group question="Who with?">
          <Columns uneven>
            <ManagersCard scope={scope} />
            <FailingSoftwareCard scope={scope} />
          </Columns>
        </Group>
        <Group question="What helps?">
          <Columns uneven>
            <ActionsCard scope={scope} />
            <DropoffCard scope={scope} />
          </Columns>
        </Group>
      </Column>
    </>
  );
};
