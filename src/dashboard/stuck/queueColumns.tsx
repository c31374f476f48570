import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { ContactCell } from '../shared/customers/ContactCell.tsx';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { StateCell } from '../shared/customers/StateCell.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { failuresLabel } from '../shared/journey/labels.ts';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import type { Columns } from '../shared/views/useColumns.ts';
import { AssigneeCell } from './AssigneeCell.tsx';

const Column = DataTable.Col<CustomerRecord>;

/** The queue’s columns by the field that they sort by, in their order. */
export const CELLS: Record<string, ReactElement> = {
  name: (
    <Column
      key="name"
      source="name"
      label="Customer"
      render={(customer) => <CustomerCell customer={customer} width={120} />}
    />
  ),
  stage: (
    <Column
      key="stage"
      source="stage"
      label="Journey"
      render={(customer) => <JourneyCell customer={customer} />}
    />
  ),
  priority: (
    <Column
      key="priority"
      source="priority"
      // No string, so that the heading offers to sort by the field’s label in the i18nProvider.
      label={<>Reason</>}
      render={(customer) => <StateCell customer={customer} />}
    />
  ),
  stuckAt: (
    <Column
      key="stuckAt"
      source="stuckAt"
      label="Stuck for"
      render={({ stuck, stuckAt, failedAttempts }) => (
        <TwoLines
          first={stuck && stuckAt && <Ago at={stuckAt} />}
          second={failedAttempts > 0 && failuresLabel(failedAttempts)}
        />
      )}
    />
  ),
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
  assigneeId: (
    <Column
      key="assigneeId"
      source="assigneeId"
      label="Assignee"
      render={(customer) => <AssigneeCell customer={customer} />}
    />
  ),
  accountManagerId: (
    <Column
      key="accountManagerId"
      source="accountManagerId"
      label="Account manager"
      render={({ accountManagerId }) =>
        accountManagerId ? <PersonAvatar id={accountManagerId} /> : '–'
      }
    />
  ),
};

export const QUEUE_COLUMNS: Columns = {
  page: 'stuck',
  all: Object.keys(CELLS),
  hidden: ['lastActivityAt', 'accountManagerId'],
};
