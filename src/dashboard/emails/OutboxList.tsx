import { Card, type Theme, useMediaQuery } from '@mui/material';
import {
  FilterForm,
  ListBase,
  Pagination,
  SearchInput,
  SelectInput,
  useListContext,
} from 'react-admin';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
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
    label="E-mail"
    choices={templateChoices}
    alwaysOn
  />,
];

/** Every e-mail that was written, the newest first, with what became of it. */
export const OutboxList = () => (
  <ListBase sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
    <PageHeader title="Outbox" note="every e-mail to customers, and what became of it" />
    <StateFilter />
    <FilterForm filters={filters} />
    <Rows />
  </ListBase>
);

const Rows = () => {
  const { data, error } = useListContext();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (error && !data) return <ListFailure />;
  return (
    <>
      <Card sx={{ mt: 1, overflowX: 'auto' }}>
        {wide ? <OutboxTable empty={<None />} /> : <OutboxCards empty={<None />} />}
      </Card>
      <Pagination />
    </>
  );
};

const None = () => {
  const { filterValues } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="No e-mail matches">Remove a filter to see the others.</EmptyState>
  ) : (
    <EmptyState title="No e-mail yet">
      Open a customer who is stuck and do what is suggested: each e-mail is kept here, with what
      became of it. Several can be written to at once: tick them in the list.
    </EmptyState>
  );
};
