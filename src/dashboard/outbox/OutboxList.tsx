import { Box, Card, type Theme, useMediaQuery } from '@mui/material';
import {
  FilterForm,
  ListBase,
  Pagination,
  SearchInput,
  SelectInput,
  useListContext,
} from 'react-admin';
import { useMatch, useNavigate } from 'react-router-dom';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { EMAIL_TEMPLATE_FACTS, EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { EmailCards } from './EmailCards.tsx';
import { EmailDialog } from './EmailDialog.tsx';
import { EmailTable } from './EmailTable.tsx';
import { StateFilter } from './StateFilter.tsx';

const templates = EMAIL_TEMPLATES.map((id) => ({ id, name: EMAIL_TEMPLATE_FACTS[id].label }));

const filters = [
  <SearchInput key="q" source="q" placeholder="Customer, recipient or subject" alwaysOn />,
  <SelectInput key="template" source="template" label="E-mail" choices={templates} alwaysOn />,
];

/** Every e-mail there was, and what became of it, the newest first. */
export const OutboxList = () => (
  <ListBase<EmailRecord> sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
    <PageHeader title="Outbox" note="every e-mail, and what became of it" />
    <StateFilter />
    <FilterForm filters={filters} />
    <Rows />
    <Opened />
  </ListBase>
);

const Rows = () => {
  const { data, error } = useListContext<EmailRecord>();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (error && !data) return <ListFailure />;
  return (
    <Box sx={{ mt: 1 }}>
      <Card sx={{ overflowX: 'auto' }}>
        {wide ? <EmailTable empty={<None />} /> : <EmailCards empty={<None />} />}
      </Card>
      <Pagination />
    </Box>
  );
};

/** The e-mail that the address names, over the list. */
const Opened = () => {
  const navigate = useNavigate();
  const id = useMatch('/emails/:id/show')?.params.id;
  return id && <EmailDialog id={id} onClose={() => navigate('/emails')} />;
};

const None = () => {
  const { filterValues } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="No e-mail matches">
      Remove a filter, or search for something else.
    </EmptyState>
  ) : (
    <EmptyState title="No e-mail was written yet">
      Open someone who is stuck and take the next best action, or tick several and write to them
      all. Each e-mail appears here, with what became of it.
    </EmptyState>
  );
};
