import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { ContactCell } from '../customers/ContactCell.tsx';
import { Ago } from '../format/Ago.tsx';

const Column = DataTable.Col<CustomerRecord>;

/** Columns that the queue and the list of customers have in common, by the field that they sort by. */
export const COMMON_CELLS = {
  lastSentAt: (
    <Column
      key="lastSentAt"
      source="lastSentAt"
      label="Contact"
      sortByOrder="DESC"
      render={(customer) => <ContactCell customer={customer} />}
    />
  ),
  lastActivityAt: (
    <Column
      key="lastActivityAt"
      source="lastActivityAt"
      label="Last activity"
      sortByOrder="DESC"
      render={({ lastActivityAt }) => lastActivityAt && <Ago at={lastActivityAt} suffix=" ago" />}
    />
  ),
};
