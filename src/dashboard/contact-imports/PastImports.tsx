import { Card, Link, Typography } from '@mui/material';
import { DataTable, Pagination, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { stateOf } from './labels.ts';

const Column = DataTable.Col<ContactImportRecord>;
const NumberColumn = DataTable.NumberCol<ContactImportRecord>;

/** All imports, the newest first. Each opens to its rows and can be undone. */
export const PastImports = () => {
  const { data, error, total = 0, perPage } = useListContext();
  if (error && !data) return <ListFailure />;
  return (
    <section>
      <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
        Past imports
      </Typography>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<ContactImportRecord>
          rowClick="show"
          bulkActionButtons={false}
          empty={<NoImports />}
        >
          <Column
            source="createdAt"
            label="Uploaded"
            render={({ createdAt }) => <Ago at={createdAt} suffix=" ago" />}
          />
          <Column
            source="createdById"
            label="By"
            render={(one) => <PersonAvatar id={one.createdById} />}
          />
          <Column source="fileName" label="File" render={(one) => <FileLink one={one} />} />
          <Column source="state" label="Status" render={(one) => <Pill {...pillOf(one)} />} />
          <NumberColumn source="changes" />
          <NumberColumn source="faulty" label="Errors" />
          <Column label="" disableSort render={(one) => <ImportSteps one={one} brief />} />
        </DataTable>
      </Card>
      {total > perPage && <Pagination rowsPerPageOptions={[]} />}
    </section>
  );
};

/** A row reacts to the mouse only. */
const FileLink = ({ one: { id, fileName } }: { one: ContactImportRecord }) => {
  const createPath = useCreatePath();
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'contact-imports', type: 'show', id })}
      color="inherit"
      // Or else the row would open as well.
      onClick={(event) => event.stopPropagation()}
    >
      <bdi>{fileName}</bdi>
    </Link>
  );
};

const pillOf = (one: ContactImportRecord) => {
  const { label, tone } = stateOf(one);
  return { tone, children: label };
};

const NoImports = () => (
  <EmptyState title="No imports yet">
    Export your customers, add contacts, and upload the file here.
  </EmptyState>
);
