import { Box } from '@mui/material';
import { AccessDenied, CanAccess, Loading, useGetOne } from 'react-admin';
import type { CodatSettingsRecord } from '../../api/settings/codat-settings.ts';
import { Failure } from '../shared/Failure.tsx';
import { CodatHeader } from '../shared/pages/CodatHeader.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { FilterCard } from './FilterCard.tsx';
import { SyncButtons } from './SyncButtons.tsx';
import { SyncHistory } from './SyncHistory.tsx';
import { SyncProgress } from './SyncProgress.tsx';

/** How Unstuck and Codat get on: the connection, what is read from it, and when it was. For administrators. */
export const CodatPage = () => (
  <CanAccess resource="codat-settings" action="show" accessDenied={<AccessDenied />}>
    <CodatHeader note="Checks for changes every 5 minutes and runs a full sync every night">
      <SyncButtons />
    </CodatHeader>
    <Parts />
  </CanAccess>
);

const columnSx = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  alignContent: 'start',
} as const;

const Parts = () => {
  const { data, error, refetch } = useGetOne<CodatSettingsRecord>(
    'codat-settings',
    { id: 'codat' },
    { retry: false },
  );
  if (!data) return error ? <Failure error={error} onRetry={() => refetch()} /> : <Loading />;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
      }}
    >
      <Box sx={columnSx}>
        <SyncProgress />
        <SyncHistory />
      </Box>
      <Box sx={columnSx}>
        <ConnectionCard settings={data} />
        <FilterCard />
      </Box>
    </Box>
  );
};
