import { ColumnsButton, FilterButton, FilterForm, ListBase, Loading } from 'react-admin';
import { Navigate, useLocation } from 'react-router-dom';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { CustomerName } from '../shared/customers/CustomerName.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { exactTime } from '../shared/format/duration.ts';
import { IncidentName } from '../shared/incidents/IncidentName.tsx';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { type FilterLabels, labelled } from '../shared/list/FilterChips.tsx';
import { FilteredCount } from '../shared/list/FilteredCount.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { SHOW_ALL, SHOW_DEFAULT } from '../shared/list/showAll.ts';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { lazyPart } from '../shared/pages/lazyComponent.ts';
import { PersonName } from '../shared/people/PersonName.tsx';
import { ListColleagues } from '../shared/presence/useColleagues.tsx';
import { useColumns } from '../shared/views/useColumns.ts';
import { useDefaultView, useOpenView } from '../shared/views/useViews.ts';
import { ViewMenu } from '../shared/views/ViewMenu.tsx';
import { ViewNotice } from '../shared/views/ViewNotice.tsx';
import { ViewTabs } from '../shared/views/ViewTabs.tsx';
import { addressOf } from '../shared/views/viewAddress.ts';
import { AddCustomerButton } from './actions/AddCustomerButton.tsx';
import { ExportButton } from './actions/ExportButton.tsx';
import { ImportContactsButton } from './actions/ImportContactsButton.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { CUSTOMER_COLUMNS } from './customerColumns.tsx';
import { customerFilters } from './customerFilters.tsx';
import { useCustomerViews } from './useCustomerViews.ts';

// These read what addresses contain with schemas, and few filters need them.
const AttemptedText = lazyPart(
  async () => (await import('./attempts/AttemptedText.tsx')).AttemptedText,
);
const AttributeText = lazyPart(
  async () => (await import('./filters/AttributeText.tsx')).AttributeText,
);
const CohortText = lazyPart(async () => (await import('./filters/CohortText.tsx')).CohortText);
const IntervalDays = lazyPart(
  async () => (await import('../shared/metrics/IntervalDays.tsx')).IntervalDays,
);

const shown = customerFilters.map(({ props }) => props.source);

/** Of the filters that only links set. */
const labels: FilterLabels = {
  id: { label: 'Customers', show: (id) => <CustomerName id={id} /> },
  incidentId: { label: 'Affected by', show: (id) => <IncidentName id={id} /> },
  attribute: { label: 'Known', show: (json) => <AttributeText json={json} /> },
  parentId: { label: 'Parent', show: (id) => <CustomerName id={id} /> },
  cohort: { label: 'Counted', show: (json) => <CohortText json={json} /> },
  attempted: { label: 'Attempts', show: (json) => <AttemptedText json={json} /> },
  assigneeId: { label: 'Assignee', show: (id) => <PersonName id={id} /> },
  priority: { label: 'Priority', show: labelled(PRIORITY_LABELS) },
  stuckAt_gt: { label: 'Stuck after', show: exactTime },
  stuckAt_lte: { label: 'Stuck by', show: exactTime },
  becameStuckIn: { label: 'Became stuck', show: (days) => <IntervalDays of={days} /> },
  lostIn: { label: 'Lost', show: (days) => <IntervalDays of={days} /> },
  wentQuietIn: { label: 'Went quiet', show: (days) => <IntervalDays of={days} /> },
  slippedIn: { label: 'Slipped', show: (days) => <IntervalDays of={days} /> },
};

/** The list of all customers, or of a view of them. */
export const CustomerList = () => {
  const bases = useCustomerViews();
  const { search } = useLocation();
  const start = useDefaultView('customers');
  const opening = search === SHOW_DEFAULT;
  if (opening && start === undefined) return <Loading />;
  if (opening)
    return <Navigate to={start ? addressOf(start, bases) : { search: SHOW_ALL }} replace />;
  return <List bases={bases} />;
};

const List = ({ bases }: { bases: ReturnType<typeof useCustomerViews> }) => {
  const [all] = bases;
  const table = useColumns(CUSTOMER_COLUMNS, useOpenView('customers'));
  const wide = useRoomForTable();
  return (
    <ListBase sort={{ field: 'lastActivityAt', order: 'DESC' }} perPage={25}>
      <PageHeader
        title="Customers"
        note={<FilteredCount resource="customers" one="customer" many="customers" />}
      >
        <FilterButton filters={customerFilters} />
        {wide && <ColumnsButton storeKey={table.storeKey} />}
        <ViewMenu page="customers" bases={bases} base={all} columns={CUSTOMER_COLUMNS} />
        <ExportButton />
        <ImportContactsButton />
        <AddCustomerButton />
      </PageHeader>
      <ViewTabs page="customers" bases={bases} base={all} />
      <FilterForm filters={customerFilters} />
      <ViewNotice page="customers" />
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
        <ListColleagues>
          {wide ? <CustomerTable table={table} /> : <CustomerCards />}
        </ListColleagues>
      </ListRows>
    </ListBase>
  );
};
