import { Box, Card, type Theme, Typography, useMediaQuery } from '@mui/material';
import {
  DataTable,
  ListBase,
  Pagination,
  RecordsIterator,
  ReferenceField,
  useListContext,
} from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import { CONTACT_ROLE_LABELS, type Contact } from '../../journey/contacts.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';

const Column = DataTable.Col<ContactImportLineRecord>;

/** The rows that change a contact, with the contact before and after. */
export const ChangedLines = ({ importId }: { importId: string }) => (
  <ListBase<ContactImportLineRecord>
    resource="contact-import-lines"
    filter={{ importId, outcome: 'change' }}
    sort={{ field: 'line', order: 'ASC' }}
    perPage={25}
    storeKey={false}
    disableSyncWithLocation
  >
    <Rows />
  </ListBase>
);

const Rows = () => {
  const { data, error } = useListContext();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (error && !data) return <ListFailure />;
  return (
    <section>
      <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
        Changes
      </Typography>
      <Card sx={{ overflowX: 'auto' }}>{wide ? <ChangedTable /> : <ChangedCards />}</Card>
      <Pagination rowsPerPageOptions={[]} />
    </section>
  );
};

const ChangedTable = () => (
  <DataTable<ContactImportLineRecord> bulkActionButtons={false} rowClick={false}>
    <DataTable.NumberCol<ContactImportLineRecord> source="line" label="Row" />
    <Column source="customerId" label="Customer" render={() => <CustomerName />} />
    <Column source="role" render={({ role }) => role && CONTACT_ROLE_LABELS[role]} />
    <Column source="before" disableSort render={({ before }) => <ContactText contact={before} />} />
    <Column source="after" disableSort render={({ after }) => <ContactText contact={after} />} />
    <Column source="problem" label="" render={({ problem }) => problem} />
  </DataTable>
);

/** The same on screens too narrow for a table. */
const ChangedCards = () => (
  <RecordsIterator<ContactImportLineRecord>
    render={({ id, line, role, before, after, problem }) => (
      <Box key={id} sx={{ p: 2, borderBottom: 1, borderColor: 'line.faint' }}>
        <CustomerName />
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          Row {line} · {role && CONTACT_ROLE_LABELS[role]}
        </Typography>
        <Facts>
          <Fact name="Before">
            <ContactText contact={before} />
          </Fact>
          <Fact name="After">
            <ContactText contact={after} />
          </Fact>
        </Facts>
        {problem}
      </Box>
    )}
  />
);

const CustomerName = () => <ReferenceField source="customerId" reference="customers" link="show" />;

const ContactText = ({ contact }: { contact: Contact | null }) =>
  contact ? (
    <TwoLines
      first={<bdi>{contact.name ?? 'No name'}</bdi>}
      second={[contact.email, contact.phone].filter(Boolean).join(' · ') || '–'}
    />
  ) : (
    '–'
  );
