import { AccessDenied, CanAccess, Loading, useGetOne } from 'react-admin';
import type { CodatSettingsRecord } from '../../api/settings/codat-settings.ts';
import { Failure } from '../shared/Failure.tsx';
import { CodatHeader } from '../shared/pages/CodatHeader.tsx';
import { RejectionNotice } from '../shared/pages/RejectionNotice.tsx';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { FilterCard } from './FilterCard.tsx';
import { MissingNotice } from './MissingNotice.tsx';
import { OwnersCard } from './OwnersCard.tsx';
import { SyncButtons } from './SyncButtons.tsx';
import { SyncHistory } from './SyncHistory.tsx';
import { SyncProgress } from './SyncProgress.tsx';

/** The connection to Codat, the syncs, and which companies they import. For administrators. */
export const CodatPage = () => (
  <CanAccess resource="codat-settings" action="show" accessDenied={<AccessDenied />}>
    <CodatHeader note="Checks for changes every 5 minutes and runs a full sync every night">
      <SyncButtons />
    </CodatHeader>
    <MissingNotice />
    <RejectionNotice />
    <Cards />
  </CanAccess>
);

const Cards = () => {
  const { data, error, refetch } = useGetOne<CodatSettingsRecord>(
    'codat-settings',
    { id: 'codat' },
    { retry: false },
  );
  if (!data) return error ? <Failure error={error} onRetry={() => refetch()} /> : <Loading />;
  return (
    <TwoColumns
      aside={
        <>
          <ConnectionCard settings={data} />
          <FilterCard />
          <OwnersCard />
        </>
      }
    >
      <SyncProgress />
      <SyncHistory />
    </TwoColumns>
  );
};
