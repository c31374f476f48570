import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { ReasonCell } from '../shared/journey/ReasonCell.tsx';
import { BulkSendButton } from '../shared/sending/BulkSendButton.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { AssigneeCell } from './AssigneeCell.tsx';
import { StuckActions } from './StuckActions.tsx';

const Column = DataTable.Col<CustomerRecord>;

const triesOf = (failed: number): string => {
  if (failed === 0) return '';
  return failed === 1 ? '1 try' : `${failed} tries`;
};

export const StuckTable = ({ empty }: { empty: ReactNode }) => (
  <DataTable<CustomerRecord>
    rowClick={(id) => `/customers/${encodeURIComponent(id)}/show`}
    bulkActionButtons={<BulkSendButton />}
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
    <Column
      source="priority"
      label="Why"
      render={(customer) => <ReasonCell customer={customer} />}
    />
    <Column
      source="stuckAt"
      label="Stuck"
      render={({ stuckAt, failedAttempts }) => (
        <TwoLines first={stuckAt && <Ago at={stuckAt} />} second={triesOf(failedAttempts)} />
      )}
    />
    <Column
      source="assigneeId"
      label="With"
      render={(customer) => <AssigneeCell customer={customer} />}
    />
    <Column
      disableSort
      label="Next best action"
      align="right"
      render={(customer) => <StuckActions customer={customer} />}
    />
  </DataTable>
);
