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
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';

const Column = DataTable.Col<ContactImportLineRecord>;

/** The rows that change a contact or an account manager, with both before and after. */
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
    <Column
      source="before"
      disableSort
      render={({ before }) => <ImportedText imported={before} />}
    />
    <Column source="after" disableSort render={({ after }) => <ImportedText imported={after} />} />
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
            <ImportedText imported={before} />
          </Fact>
          <Fact name="After">
            <ImportedText imported={after} />
          </Fact>
        </Facts>
        {problem}
      </Box>
    )}
  />
);

const CustomerName = () => <ReferenceField source="customerId" reference="customers" link="show" />;

const ImportedText = ({ imported }: { imported: ContactImportLineRecord['after'] }) => {
  if (!imported) return '–';
  const { name, email, phone, accountManagerId } = imported;
  return (
    <>
      {(name || email || phone || accountManagerId === undefined) && (
        <TwoLines
          first={<bdi>{name ?? 'No name'}</bdi>}
          second={[email, phone].filter(Boolean).join(' · ') || '–'}
        />
      )}
      {accountManagerId !== undefined && (
        <Typography component="div" variant="body2">
          {'Account manager: '}
          {accountManagerId ? <PersonName id={accountManagerId} /> : 'none'}
        </Typography>
      )}
    </>
  );
};
