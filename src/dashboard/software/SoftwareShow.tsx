import { Button } from '@mui/material';
import { HttpError, Loading, ShowBase, useShowContext } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Column, Columns } from '../shared/figures/Columns.tsx';
import { GuideCard } from '../shared/guides/GuideCard.tsx';
import { IncidentBanner } from '../shared/incidents/IncidentBanner.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ComplexityButton } from './ComplexityButton.tsx';
import { IncidentNote } from './IncidentNote.tsx';
import { OneTimeSwitch } from './OneTimeSwitch.tsx';
import { ReasonsCard } from './reasons/ReasonsCard.tsx';
import { SoftwareTiles } from './SoftwareTiles.tsx';
import { StepsCard } from './StepsCard.tsx';
import { StuckCustomersCard } from './StuckCustomersCard.tsx';

/** One app: how often attempts fail, why, where customers drop off, and what helps them. */
export const SoftwareShow = () => (
  <ShowBase<SoftwareRecord>
    queryOptions={{ retry: false, onError: () => undefined }}
    loading={<Loading />}
  >
    <SoftwarePage />
  </ShowBase>
);

const SoftwarePage = () => {
  const { record, error } = useShowContext<SoftwareRecord>();
  const { search } = useLocation();
  const isMissing = error instanceof HttpError && error.status === 404;
  return (
    <>
      <PageHeader title={record?.name ?? 'Software'}>
        {record && <OneTimeSwitch software={record} />}
        {record && <ComplexityButton software={record} />}
        {record && <ScopeFilters />}
        <Button variant="outlined" component={Link} to={{ pathname: '/software', search }}>
          All software
        </Button>
      </PageHeader>
      {record ? (
        <Numbers software={record} />
      ) : (
        <EmptyState title={isMissing ? 'Software not found' : 'This couldn’t be loaded'}>
          {error?.message}
        </EmptyState>
      )}
    </>
  );
};

const Numbers = ({ software }: { software: SoftwareRecord }) => {
  const scope = { ...useScope().scope, software: software.id };
  return (
    <Column>
      <IncidentBanner software={software.id} />
      <SoftwareTiles software={software} scope={scope} />
      <IncidentNote software={software.id} />
      <Columns>
        <Column>
          <ReasonsCard software={software.id} scope={scope} />
          <StuckCustomersCard scope={scope} />
        </Column>
        <Column>
          <StepsCard software={software.id} scope={scope} />
          <GuideCard title="Guide" software={software} />
        </Column>
      </Columns>
    </Column>
  );
};
