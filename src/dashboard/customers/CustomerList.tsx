import { ColumnsButton, FilterButton, FilterForm, ListBase } from 'react-admin';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { CustomerName } from '../shared/customers/CustomerName.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { type FilterLabels, labelled } from '../shared/list/FilterChips.tsx';
import { FilteredCount } from '../shared/list/FilteredCount.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { AddCustomerButton } from './actions/AddCustomerButton.tsx';
import { ExportButton } from './actions/ExportButton.tsx';
import { ImportContactsButton } from './actions/ImportContactsButton.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { customerFilters } from './customerFilters.tsx';

const shown = customerFilters.map(({ props }) => props.source);

/** Of the filters that only links set. */
const labels: FilterLabels = {
  parentId: { label: 'Parent', show: (id) => <CustomerName id={id} /> },
  assigneeId: { label: 'Assignee', show: (id) => <PersonName id={id} /> },
  priority: { label: 'Priority', show: labelled(PRIORITY_LABELS) },
};

export const CustomerList = () => {
  const wide = useRoomForTable();
  return (
    <ListBase sort={{ field: 'lastActivityAt', order: 'DESC' }} perPage={25}>
      <PageHeader
        title="Customers"
        note={<FilteredCount resource="customers" one="customer" many="customers" />}
      >
        <FilterButton filters={customerFilters} />
        {wide && <ColumnsButton />}
        <ExportButton />
        <ImportContactsButton />
        <AddCustomerButton />
      </PageHeader>
      <FilterForm filters={customerFilters} />
      <ListRows
        shown={shown}
        labels={labels}
        noMatches="No customers found"
        empty={
          <EmptyState title="No customers yet">
            Add a customer, or create companies in Codat. They appear here automatically.
          </EmptyState>
        }
      >
        {wide ? <CustomerTable /> : <CustomerCards />}
      </ListRows>
    </ListBase>
  );
};
