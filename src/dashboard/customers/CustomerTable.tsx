import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { BulkManagerButton } from '../shared/customers/BulkManagerButton.tsx';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { SnoozedPill } from '../shared/customers/SnoozedPill.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { ReasonCell } from '../shared/journey/ReasonCell.tsx';
import { NamedRows } from '../shared/list/NamedRows.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';

const Column = DataTable.Col<CustomerRecord>;

export const CustomerTable = () => (
  <DataTable<CustomerRecord>
    rowClick="show"
    body={NamedRows}
    bulkActionButtons={<BulkManagerButton />}
  >
    <Column
      source="name"
      label="Customer"
      render={(customer) => <CustomerCell customer={customer} width={220} />}
    />
    <Column
      source="software"
      label="Journey"
      render={(customer) => <JourneyCell customer={customer} />}
    />
    <Column source="stage" render={({ stage }) => STAGE_LABELS[stage]} />
    <Column
      source="stuckAt"
      label="Stuck"
      render={(customer) => <StandingCell customer={customer} />}
    />
    <Column
      source="lastActivityAt"
      label="Last activity"
      sortByOrder="DESC"
      render={({ lastActivityAt }) => lastActivityAt && <Ago at={lastActivityAt} suffix=" ago" />}
    />
    <Column
      source="accountManagerId"
      label="Account manager"
      render={({ accountManagerId }) =>
        accountManagerId ? <PersonAvatar id={accountManagerId} /> : '–'
      }
    />
  </DataTable>
);

const StandingCell = ({ customer }: { customer: CustomerRecord }) => {
  if (customer.closed) return <Pill tone="neutral">Closed</Pill>;
  if (customer.standing === 'snoozed') return <SnoozedPill customer={customer} />;
  return customer.stuck ? <ReasonCell customer={customer} /> : '–';
};
