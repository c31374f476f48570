import { DataTable } from 'react-admin';
import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { IncidentSentence } from '../shared/incidents/IncidentSentence.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { IncidentSoftware } from './IncidentSoftware.tsx';
import { IncidentState } from './IncidentState.tsx';

const Column = DataTable.Col<IncidentRecord>;

export const IncidentTable = () => (
  <DataTable<IncidentRecord> rowClick={false} bulkActionButtons={false}>
    <Column
      source="software"
      label="Software"
      render={({ software }) => <IncidentSoftware id={software} />}
      sx={{ maxWidth: 180 }}
    />
    <Column
      disableSort
      label="Customers"
      render={(incident) => (
        <TwoLines first={<IncidentSentence incident={incident} />} second={incident.note} />
      )}
      sx={{ maxWidth: 420, whiteSpace: 'normal' }}
    />
    <Column
      source="startedAt"
      label="Started"
      render={({ startedAt }) => <Ago at={startedAt} suffix=" ago" />}
    />
    <Column
      disableSort
      label="Status"
      render={(incident) => <IncidentState incident={incident} />}
    />
    <Column
      source="ownerId"
      label="Owner"
      render={({ ownerId }) => (ownerId ? <PersonAvatar id={ownerId} /> : '–')}
    />
    <Column
      disableSort
      label="Actions"
      align="right"
      render={(incident) => <IncidentActions incident={incident} />}
    />
  </DataTable>
);
