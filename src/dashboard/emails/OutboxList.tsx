import { FilterForm, ListBase, SearchInput, SelectInput } from 'react-admin';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerName } from '../shared/customers/CustomerName.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import type { FilterLabels } from '../shared/list/FilterChips.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { InboxButton } from '../shared/sending/InboxButton.tsx';
import { OutboxCards } from './OutboxCards.tsx';
import { OutboxTable } from './OutboxTable.tsx';
import { StateFilter } from './StateFilter.tsx';

const templateChoices = Object.entries(EMAIL_TEMPLATE_FACTS).map(([id, { label }]) => ({
  id,
  name: label,
}));

const filters = [
  <SearchInput key="q" source="q" alwaysOn placeholder="Customer, recipient or subject" />,
  <SelectInput
    key="template"
    source="template"
    label="Template"
    choices={templateChoices}
    alwaysOn
  />,
];

const shown = ['state', ...filters.map(({ props }) => props.source)];

/** Of the filters that only links set. */
const labels: FilterLabels = {
  customerId: { label: 'Customer', show: (id) => <CustomerName id={id} /> },
};

/** All emails with their status, newest first. */
export const OutboxList = () => {
  const wide = useRoomForTable();
  return (
    <ListBase sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
      <PageHeader title="Outbox" note="Every email to customers and its status">
        <InboxButton variant="outlined" />
      </PageHeader>
      <StateFilter />
      <FilterForm filters={filters} />
      <ListRows
        shown={shown}
        labels={labels}
        noMatches="No emails found"
        empty={
          <EmptyState title="No emails yet">
            Emails you send to customers appear here with their status.
          </EmptyState>
        }
      >
        {wide ? <OutboxTable /> : <OutboxCards />}
      </ListRows>
    </ListBase>
  );
};
