import { Card } from '@mui/material';
import { DataTable, ListBase, Pagination, useListContext } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { Pill } from '../shared/Pill.tsx';
import { SyncPanel } from './SyncPanel.tsx';
import { KIND_LABELS, STATES } from './syncLabels.ts';

const Column = DataTable.Col<SyncRecord>;

/** Past syncs, newest first. Each row expands to its details. */
export const SyncHistory = () => (
  <ListBase<SyncRecord>
    resource="syncs"
    sort={{ field: 'startedAt', order: 'DESC' }}
    perPage={10}
    disableSyncWithLocation
  >
    <Rows />
  </ListBase>
);

const Rows = () => {
  const { data, error, total = 0, perPage } = useListContext();
  if (error && !data) return <ListFailure />;
  return (
    <div>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<SyncRecord>
          rowClick="expand"
          expand={<SyncPanel />}
          bulkActionButtons={false}
          empty={<None />}
        >
          <Column
            source="startedAt"
            label="Started"
            render={({ startedAt }) => <Ago at={startedAt} suffix=" ago" />}
          />
          <Column source="kind" label="Type" render={({ kind }) => KIND_LABELS[kind]} />
          <Column
            source="state"
            label="Status"
            render={({ state }) => <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill>}
          />
          <DataTable.NumberCol<SyncRecord> source="companies" />
          <DataTable.NumberCol<SyncRecord> source="changed" label="Changes" />
        </DataTable>
      </Card>
      {total > perPage && <Pagination rowsPerPageOptions={[]} />}
    </div>
  );
};

const None = () => (
  <EmptyState title="No syncs yet">Sync now to load your Codat companies.</EmptyState>
);
