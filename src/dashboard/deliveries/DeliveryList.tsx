import { Card } from '@mui/material';
import {
  DataTable,
  FilterForm,
  ListBase,
  Pagination,
  SelectInput,
  useListContext,
} from 'react-admin';
import type { DeliveryRecord } from '../../api/deliveries/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Pill, type Tone } from '../shared/Pill.tsx';
import { DeliveryPanel } from './DeliveryPanel.tsx';

const STATES: Record<DeliveryRecord['state'], { label: string; tone: Tone }> = {
  processed: { label: 'Processed', tone: 'good' },
  ignored: { label: 'Does not concern us', tone: 'neutral' },
  not_understood: { label: 'Not understood', tone: 'warn' },
  waiting: { label: 'Waiting', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
};

const choices = Object.entries(STATES).map(([id, { label }]) => ({ id, name: label }));
const filters = [<SelectInput key="state" source="state" choices={choices} alwaysOn />];

const Column = DataTable.Col<DeliveryRecord>;

/** Webhooks that Codat delivered, understood or not, the newest first. */
export const DeliveryList = () => (
  <ListBase sort={{ field: 'receivedAt', order: 'DESC' }} perPage={25}>
    <PageHeader title="Webhooks" note="deliveries from Codat whose signature was right" />
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
          bulkActionButtons={false}
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
            render={({ state }) => <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill>}
          />
          <Column source="id" label="Delivery id" />
        </DataTable>
      </Card>
      <Pagination />
    </>
  );
};

const None = () => (
  <EmptyState title="No webhooks here">
    Add the endpoint /webhooks/codat in Codat’s portal, and put its secret into
    CODAT_WEBHOOK_SECRET.
  </EmptyState>
);
