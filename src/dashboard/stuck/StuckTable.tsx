import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import { CustomerCell } from '../customers/CustomerCell.tsx';
import { JourneyCell } from '../journey/JourneyCell.tsx';
import { WhyCell } from '../journey/WhyCell.tsx';
import { Ago } from '../shared/Ago.tsx';
import { PersonAvatar } from '../shared/PersonAvatar.tsx';
import { StuckActions } from './StuckActions.tsx';

const Column = DataTable.Col<CustomerRecord>;

export const StuckTable = ({ empty }: { empty: ReactNode }) => (
  <DataTable<CustomerRecord>
    rowClick={(id) => `/customers/${encodeURIComponent(id)}/show`}
    bulkActionButtons={false}
    empty={empty}
  >
    <Column
      source="name"
      label="Customer"
      render={(customer) => <CustomerCell customer={customer} />}
    />
    <Column
      source="stage"
      label="Journey"
      render={(customer) => <JourneyCell customer={customer} />}
    />
    <Column source="priority" label="Why" render={(customer) => <WhyCell customer={customer} />} />
    <Column
      source="stuckAt"
      label="Stuck"
      render={({ stuckAt }) => stuckAt && <Ago at={stuckAt} />}
      sx={{ whiteSpace: 'nowrap' }}
    />
    <Column source="failedAttempts" label="Tries" />
    <Column
      source="assigneeId"
      label="With"
      render={({ assigneeId }) => (assigneeId ? <PersonAvatar id={assigneeId} /> : '–')}
    />
    <Column
      disableSort
      label="Actions"
      align="right"
      render={(customer) => <StuckActions customer={customer} />}
    />
  </DataTable>
);
