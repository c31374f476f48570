import { Box, Card, Typography } from '@mui/material';
import { ListBase, Pagination, RecordsIterator, useListContext } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import { ListFailure } from '../shared/list/ListFailure.tsx';

/** The rows with errors, each with what is wrong and its text in the file. */
export const FaultyLines = ({ importId }: { importId: string }) => (
  <ListBase<ContactImportLineRecord>
    resource="contact-import-lines"
    filter={{ importId, outcome: 'faulty' }}
    sort={{ field: 'line', order: 'ASC' }}
    perPage={10}
    storeKey={false}
    disableSyncWithLocation
  >
    <Rows />
  </ListBase>
);

const Rows = () => {
  const { data, error, total = 0, perPage } = useListContext();
  if (error && !data) return <ListFailure />;
  return (
    <section>
      <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
        Rows with errors
      </Typography>
      <Card component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        <RecordsIterator<ContactImportLineRecord>
          render={(line) => <Row key={line.id} line={line} />}
        />
      </Card>
      {total > perPage && <Pagination rowsPerPageOptions={[]} />}
    </section>
  );
};

const Row = ({ line: { line, problem, raw } }: { line: ContactImportLineRecord }) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: '72px minmax(0, 1fr)',
      columnGap: 1,
      rowGap: 0.5,
      px: 2,
      py: 1.25,
      borderBottom: 1,
      borderColor: 'line.faint',
      '&:last-child': { borderBottom: 0 },
    }}
  >
    <Typography color="textSecondary">Row {line}</Typography>
    <Typography>{problem}</Typography>
    <Box
      component="code"
      sx={{
        gridColumn: 2,
        justifySelf: 'start',
        maxWidth: '100%',
        px: 1,
        py: 0.25,
        fontSize: 12,
        borderRadius: 1,
        bgcolor: 'tint.neutral',
        overflowWrap: 'anywhere',
        whiteSpace: 'pre-wrap',
      }}
    >
      {raw}
    </Box>
  </Box>
);
