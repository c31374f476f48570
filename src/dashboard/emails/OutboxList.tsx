import { Button, Card, type Theme, useMediaQuery } from '@mui/material';
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

/** All emails with their status, newest first. */
export const OutboxList = () => (
  <ListBase sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
    <PageHeader title="Outbox" note="Every email to customers and its status">
      <InboxButton variant="outlined" />
    </PageHeader>
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
  const { filterValues, setFilters } = useListContext();
  if (Object.keys(filterValues).length > 0)
    return (
      <EmptyState title="No emails found">
        <Button onClick={() => setFilters({})}>Clear filters</Button>
      </EmptyState>
    );
  return (
    <EmptyState title="No emails yet">
      Emails you send to customers appear here with their status.
    </EmptyState>
  );
};
