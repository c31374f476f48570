import { DataTable, DateInput, FilterForm, ListBase, SelectInput } from 'react-admin';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { startOfDay } from '../shared/format/days.ts';
import { ListRows } from '../shared/list/ListRows.tsx';
import { NamedRows } from '../shared/list/NamedRows.tsx';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { CodatHeader } from '../shared/pages/CodatHeader.tsx';
import { RejectionNotice } from '../shared/pages/RejectionNotice.tsx';
import { DeliveryPanel } from './DeliveryPanel.tsx';
import { ProcessFailedButton, ProcessSelectedButton } from './ProcessButtons.tsx';

const STATES: Record<DeliveryRecord['state'], { label: string; tone: Tone }> = {
  processed: { label: 'Processed', tone: 'good' },
  ignored: { label: 'Ignored', tone: 'neutral' },
  not_understood: { label: 'Unrecognised', tone: 'warn' },
  waiting: { label: 'Waiting', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
};

const choices = Object.entries(STATES).map(([id, { label }]) => ({ id, name: label }));
const filters = [
  <SelectInput key="state" source="state" label="Status" choices={choices} alwaysOn />,
  <DateInput key="since" source="receivedAt_gte" label="Since" {...startOfDay} alwaysOn />,
];

const shown = filters.map(({ props }) => props.source);

const Column = DataTable.Col<DeliveryRecord>;

/** Webhooks from Codat, recognised or not, newest first. */
export const DeliveryList = () => (
  <ListBase sort={{ field: 'receivedAt', order: 'DESC' }} perPage={25}>
    <CodatHeader note="Verified deliveries from Codat">
      <ProcessFailedButton />
    </CodatHeader>
    <RejectionNotice />
    <FilterForm filters={filters} />
    <ListRows
      shown={shown}
      noMatches="No webhooks found"
      empty={
        <EmptyState title="No webhooks yet">
          In Codat’s portal, add the endpoint /webhooks/codat and set its secret as
          CODAT_WEBHOOK_SECRET.
        </EmptyState>
      }
    >
      <DeliveryTable />
    </ListRows>
  </ListBase>
);

const DeliveryTable = () => (
  <DataTable<DeliveryRecord>
    rowClick="expand"
    body={NamedRows}
    expand={<DeliveryPanel />}
    bulkActionButtons={<ProcessSelectedButton />}
  >
    <Column
      source="receivedAt"
      label="Received"
      render={({ receivedAt }) => <Ago at={receivedAt} suffix=" ago" />}
    />
    <Column source="eventType" label="Type" />
    <Column
      source="state"
      label="Status"
      render={({ state }) => <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill>}
    />
    <Column source="id" label="Delivery ID" />
  </DataTable>
);
