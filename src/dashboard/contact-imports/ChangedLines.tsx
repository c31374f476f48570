import { Card, Typography } from '@mui/material';
import { DataTable, ListBase, Pagination, ReferenceField, useListContext } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/resources/contact-import-lines.ts';
import { CONTACT_ROLE_LABELS, type Contact } from '../../journey/contacts.ts';
import { ListFailure } from '../shared/ListFailure.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';

const Column = DataTable.Col<ContactImportLineRecord>;

/** The lines that change a contact: what is known, and what the file says. */
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
  if (error && !data) return <ListFailure />;
  return (
    <section>
      <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
        Changes
      </Typography>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<ContactImportLineRecord> bulkActionButtons={false} rowClick={false}>
          <DataTable.NumberCol<ContactImportLineRecord> source="line" />
          <Column source="customerId" label="Customer">
            <ReferenceField source="customerId" reference="customers" link="show" />
          </Column>
          <Column source="role" render={({ role }) => role && CONTACT_ROLE_LABELS[role]} />
          <Column source="before" disableSort render={({ before }) => <Told contact={before} />} />
          <Column source="after" disableSort render={({ after }) => <Told contact={after} />} />
          <Column source="problem" label="" render={({ problem }) => problem} />
        </DataTable>
      </Card>
      <Pagination rowsPerPageOptions={[]} />
    </section>
  );
};

const Told = ({ contact }: { contact: Contact | null }) =>
  contact ? (
    <TwoLines
      first={<bdi>{contact.name ?? 'No name'}</bdi>}
      second={[contact.email, contact.phone].filter(Boolean).join(' · ') || '–'}
    />
  ) : (
    '–'
  );
