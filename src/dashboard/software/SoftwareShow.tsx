import { Box, Button } from '@mui/material';
import { Loading, ShowBase, useShowContext } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import type { SoftwareRecord } from '../../api/resources/software.ts';
import { GuideActions } from '../guides/GuideActions.tsx';
import { GuideText } from '../guides/GuideText.tsx';
import { ScopeFilters } from '../metrics/ScopeFilters.tsx';
import { useScope } from '../metrics/useScope.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { ReasonsCard } from './ReasonsCard.tsx';
import { SoftwareTiles } from './SoftwareTiles.tsx';
import { StepsCard } from './StepsCard.tsx';
import { StuckCustomersCard } from './StuckCustomersCard.tsx';

/** One software: how often it fails, why, where its customers stop, and what helps them. */
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
  return (
    <>
      <PageHeader title={record?.name ?? 'Software'}>
        {record && <ScopeFilters />}
        <Button variant="outlined" component={Link} to={{ pathname: '/software', search }}>
          All software
        </Button>
      </PageHeader>
      {record ? (
        <Numbers software={record} />
      ) : (
        <EmptyState title="This software can’t be shown">{error?.message}</EmptyState>
      )}
    </>
  );
};

const columnSx = {
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
} as const;

const Numbers = ({ software }: { software: SoftwareRecord }) => {
  const scope = { ...useScope().scope, software: software.id };
  return (
    <Box sx={columnSx}>
      <SoftwareTiles software={software} scope={scope} />
      <Box sx={{ ...columnSx, gridTemplateColumns: { lg: 'minmax(0, 6fr) minmax(0, 5fr)' } }}>
        <Box sx={columnSx}>
          <ReasonsCard scope={scope} />
          <StepsCard scope={scope} />
        </Box>
        <Box sx={columnSx}>
          <StuckCustomersCard scope={scope} />
          <SectionCard
            title="Guide"
            aside={
              <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
                <GuideActions software={software} />
              </Box>
            }
          >
            <GuideText software={software} />
          </SectionCard>
        </Box>
      </Box>
    </Box>
  );
};
