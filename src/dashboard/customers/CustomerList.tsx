import { Card, type Theme, useMediaQuery } from '@mui/material';
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
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
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
  const { total, data, error } = useListContext();
  return (
    <>
      <PageHeader
        title="Customers"
        note={total !== undefined && `${total.toLocaleString()} in all`}
      >
        <FilterButton filters={customerFilters} />
        <ColumnsButton />
        <ExportButton />
        <ImportContactsButton />
        <AddCustomerButton />
      </PageHeader>
      <FilterForm filters={customerFilters} />
      {error && !data ? <ListFailure /> : <Rows />}
    </>
  );
};

const Rows = () => {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  return (
    <>
      <Card sx={{ overflowX: 'auto' }}>
        {wide ? <CustomerTable empty={<Nobody />} /> : <CustomerCards empty={<Nobody />} />}
      </Card>
      <Pagination />
    </>
  );
};

const Nobody = () => {
  const { filterValues } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="No customer matches">
      Remove a filter, or search for something else.
    </EmptyState>
  ) : (
    <EmptyState title="No customers yet">
      Add one, or create companies in Codat: they appear here by themselves.
    </EmptyState>
  );
};
