import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { StateCell } from '../shared/customers/StateCell.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { COMMON_CELLS } from '../shared/views/commonColumns.tsx';
import type { Columns } from '../shared/views/useColumns.ts';

const Column = DataTable.Col<CustomerRecord>;

const person = (id: string | null) => (id ? <PersonAvatar id={id} /> : '–');

/** The columns of the customers’ list by the field that they sort by, in their order. */
export const CELLS: Record<string, ReactElement> = {
  name: (
    <Column
      key="name"
      source="name"
      label="Customer"
      render={(customer) => <CustomerCell customer={customer} width={220} />}
    />
  ),
  software: (
    <Column
      key="software"
      source="software"
      label="Journey"
      render={(customer) => <JourneyCell customer={customer} />}
    />
  ),
  stage: <Column key="stage" source="stage" render={({ stage }) => STAGE_LABELS[stage]} />,
  stuckAt: (
    <Column
      key="stuckAt"
      source="stuckAt"
      label="Stuck"
      render={(customer) => <StateCell customer={customer} otherwise="–" />}
    />
  ),
  lastSentAt: COMMON_CELLS.lastSentAt,
  lastActivityAt: COMMON_CELLS.lastActivityAt,
  assigneeId: (
    <Column
      key="assigneeId"
      source="assigneeId"
      label="Assignee"
      render={({ assigneeId }) => person(assigneeId)}
    />
  ),
  accountManagerId: (
    <Column
      key="accountManagerId"
      source="accountManagerId"
      label="Account manager"
      render={({ accountManagerId }) => person(accountManagerId)}
    />
  ),
};

export const CUSTOMER_COLUMNS: Columns = {
  page: 'customers',
  all: Object.keys(CELLS),
  hidden: ['lastSentAt', 'assigneeId'],
};
