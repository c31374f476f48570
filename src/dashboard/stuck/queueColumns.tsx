import { type Theme, useMediaQuery } from '@mui/material';
import type { ReactElement } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { CustomerCell } from '../shared/customers/CustomerCell.tsx';
import { StateCell } from '../shared/customers/StateCell.tsx';
import { JourneyCell } from '../shared/journey/JourneyCell.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { COMMON_CELLS } from '../shared/views/commonColumns.tsx';
import type { Columns } from '../shared/views/useColumns.ts';
import { AssigneeCell } from './AssigneeCell.tsx';
import { StuckForCell } from './StuckForCell.tsx';

const Column = DataTable.Col<CustomerRecord>;

/** Whether the contact has a column of its own. Otherwise what matters of it is in others, within the same two lines. */
type Room = { contactApart: boolean };

/** The queue’s columns by the field that they sort by, in their order. */
export const cellsOf = ({ contactApart }: Room): Record<string, ReactElement> => ({
  name: (
    <Column
      key="name"
      source="name"
      label="Customer"
      render={(customer) => (
        <CustomerCell customer={customer} width={128} withPhone={!contactApart} />
      )}
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
      render={(customer) => <StuckForCell customer={customer} withTried={!contactApart} />}
    />
  ),
  lastSentAt: COMMON_CELLS.lastSentAt,
  lastActivityAt: COMMON_CELLS.lastActivityAt,
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
});

const ROOMY: Columns = {
  page: 'stuck',
  all: Object.keys(cellsOf({ contactApart: true })),
  hidden: ['lastActivityAt', 'accountManagerId'],
};

const NARROW: Columns = { ...ROOMY, hidden: [...ROOMY.hidden, 'lastSentAt'] };

/** The queue’s columns, as many at first as fit beside its filters. */
export const useQueueColumns = (): Columns =>
  useMediaQuery<Theme>((theme) => theme.breakpoints.up('xl')) ? ROOMY : NARROW;
