import { Button, Card } from '@mui/material';
import {
  DataTable,
  DateInput,
  FilterForm,
  ListBase,
  Pagination,
  SelectInput,
  useListContext,
} from 'react-admin';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { startOfDay } from '../shared/format/days.ts';
import { ListFailure } from '../shared/ListFailure.tsx';
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

const Column = DataTable.Col<DeliveryRecord>;

/** Webhooks from Codat, recognised or not, newest first. */
export const DeliveryList = () => (
  <ListBase sort={{ field: 'receivedAt', order: 'DESC' }} perPage={25}>
    <CodatHeader note="Verified deliveries from Codat">
      <ProcessFailedButton />
    </CodatHeader>
    <RejectionNotice />
    <FilterForm filters={filters} />
    <Rows />
  </ListBase>
);

const Rows = () => {
  const { data, error } = useListContext();
  if (error && !data) return <ListFailure />;
  return (
    <>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<DeliveryRecord>
          rowClick="expand"
          expand={<DeliveryPanel />}
          bulkActionButtons={<ProcessSelectedButton />}
          empty={<None />}
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
      </Card>
      <Pagination />
    </>
  );
};

const None = () => {
  const { filterValues, setFilters } = useListContext();
  if (Object.keys(filterValues).length > 0)
    return (
      <EmptyState title="No webhooks found">
        <Button onClick={() => setFilters({})}>Clear filters</Button>
      </EmptyState>
    );
  return (
    <EmptyState title="No webhooks yet">
      In Codat’s portal, add the endpoint /webhooks/codat and set its secret as
      CODAT_WEBHOOK_SECRET.
    </EmptyState>
  );
};
