import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { BulkManagerButton } from '../shared/customers/BulkManagerButton.tsx';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { failuresLabel } from '../shared/journey/labels.ts';
import { ReasonCell } from '../shared/journey/ReasonCell.tsx';
import { NamedRows } from '../shared/list/NamedRows.tsx';
import { useIsGone } from '../shared/list/SteadyRows.tsx';
import { BulkSendButton } from '../shared/sending/BulkSendButton.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { AssigneeCell } from './AssigneeCell.tsx';
import { StuckActions } from './StuckActions.tsx';

const Column = DataTable.Col<CustomerRecord>;

export const StuckTable = () => {
  const isGone = useIsGone();
  return (
    <DataTable<CustomerRecord>
      rowClick={(id) => `/customers/${encodeURIComponent(id)}/show`}
      body={NamedRows}
      bulkActionButtons={
        <>
          <BulkSendButton />
          <BulkManagerButton />
        </>
      }
      rowSx={(customer) => (isGone(customer) ? { opacity: 0.5 } : {})}
    >
      <Column
        source="name"
        label="Customer"
        render={(customer) => <CustomerCell customer={customer} width={120} />}
      />
      <Column
        source="stage"
        label="Journey"
        render={(customer) => <JourneyCell customer={customer} />}
      />
      <Column
        source="priority"
        // No string, so that the heading offers to sort by the field’s label in the i18nProvider.
        label={<>Reason</>}
        render={(customer) => <ReasonCell customer={customer} />}
      />
      <Column
        source="stuckAt"
        label="Stuck for"
        render={({ stuckAt, failedAttempts }) => (
          <TwoLines
            first={stuckAt && <Ago at={stuckAt} />}
            second={failedAttempts > 0 && failuresLabel(failedAttempts)}
          />
        )}
      />
      <Column
        source="assigneeId"
        label="Assignee"
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
};
