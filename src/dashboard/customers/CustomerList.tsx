import { Button, Card, type Theme, useMediaQuery } from '@mui/material';
import {
  ColumnsButton,
  FilterButton,
  FilterForm,
  ListBase,
  Pagination,
  useListContext,
} from 'react-admin';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { counted } from '../shared/format/counted.ts';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { useCount } from '../shared/useCount.ts';
import { AddCustomerButton } from './actions/AddCustomerButton.tsx';
import { ExportButton } from './actions/ExportButton.tsx';
import { ImportContactsButton } from './actions/ImportContactsButton.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { customerFilters } from './customerFilters.tsx';

export const CustomerList = () => (
  <ListBase sort={{ field: 'lastActivityAt', order: 'DESC' }} perPage={25}>
    <CustomerListView />
  </ListBase>
);

const CustomerListView = () => {
  const { data, error } = useListContext();
  const wide = useWide();
  return (
    <>
      <PageHeader title="Customers" note={<Total />}>
        <FilterButton filters={customerFilters} />
        {wide && <ColumnsButton />}
        <ExportButton />
        <ImportContactsButton />
        <AddCustomerButton />
      </PageHeader>
      <FilterForm filters={customerFilters} />
      {error && !data ? <ListFailure /> : <Rows />}
    </>
  );
};

/** “399 customers”, or “24 of 399” when the list is filtered. */
const Total = () => {
  const { total, filterValues } = useListContext();
  if (total === undefined) return null;
  if (Object.keys(filterValues).length > 0) return <OfAll total={total} />;
  return counted(total, 'customer', 'customers');
};

const OfAll = ({ total }: { total: number }) => {
  const all = useCount('customers', {});
  return all !== undefined && `${total.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`;
};

/** Whether the screen has room for the table. */
const useWide = () => useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));

const Rows = () => {
  const wide = useWide();
  return (
    <>
      <Card sx={{ overflowX: 'auto' }}>
        {wide ? (
          <CustomerTable empty={<NoCustomers />} />
        ) : (
          <CustomerCards empty={<NoCustomers />} />
        )}
      </Card>
      <Pagination />
    </>
  );
};

const NoCustomers = () => {
  const { filterValues, setFilters } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="No customers found">
      <Button onClick={() => setFilters({})}>Clear filters</Button>
    </EmptyState>
  ) : (
    <EmptyState title="No customers yet">
      Add a customer, or create companies in Codat. They appear here automatically.
    </EmptyState>
  );
};
