import Add from '@mui/icons-material/Add';
import { Box, Button, Card, Typography } from '@mui/material';
import { ListBase, Loading, Pagination, useListContext } from 'react-admin';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { ApiKeyRow } from './ApiKeyRow.tsx';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { CurlExample } from './CurlExample.tsx';
import type { ApiKeyRecord } from './labels.ts';
import { useMakeKey } from './useMakeKey.tsx';

/** The keys with which other programs use the API. */
export const ApiKeyList = () => {
  const makeKey = useMakeKey();
  return (
    <ListBase sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
      <SettingsHeader note="How other programs use Unstuck">
        <Button
          variant="contained"
          startIcon={<Add />}
          onClick={() => makeKey((asking) => <CreateKeyDialog {...asking} />)}
        >
          Create API key
        </Button>
      </SettingsHeader>
      <Keys />
    </ListBase>
  );
};

const Keys = () => {
  const { data, error, total = 0, perPage } = useListContext<ApiKeyRecord>();
  if (error && !data) return <ListFailure />;
  if (!data) return <Loading />;
  if (data.length === 0) return <NoKeys />;
  return (
    <>
      <Card component="ul" aria-label="API keys" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} />
        ))}
      </Card>
      {total > perPage && <Pagination rowsPerPageOptions={[]} />}
    </>
  );
};

const NoKeys = () => (
  <Card>
    <EmptyState
      title="No API keys yet"
      action={
        <Box sx={{ maxWidth: 560, mx: 'auto' }}>
          <CurlExample scope="read" />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
            Your server forwards callbacks of the Link SDK with a key for link events.
          </Typography>
        </Box>
      }
    >
      With a key for reading, a spreadsheet, a CRM or a data warehouse gets the same records and
      numbers as you.
    </EmptyState>
  </Card>
);
