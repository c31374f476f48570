import Add from '@mui/icons-material/Add';
import { Box, Button, Card } from '@mui/material';
import { ListBase, Loading, Pagination, useListContext } from 'react-admin';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { AlertDialog } from './AlertDialog.tsx';
import { AlertRow } from './AlertRow.tsx';
import type { AlertRecord } from './labels.ts';
import { SentAlertsCard } from './SentAlertsCard.tsx';

/** What the team is told, where, and what it was told. */
export const AlertList = () => {
  const openDialog = useOpenDialog();
  return (
    <ListBase sort={{ field: 'name', order: 'ASC' }} perPage={25}>
      <SettingsHeader note="What your team is told, and where">
        <Button
          variant="contained"
          startIcon={<Add />}
          onClick={() => openDialog((close) => <AlertDialog onClose={close} />)}
        >
          Add alert
        </Button>
      </SettingsHeader>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Alerts />
        <SentAlertsCard />
      </Box>
    </ListBase>
  );
};

const Alerts = () => {
  const { data, error, total = 0, perPage } = useListContext<AlertRecord>();
  if (error && !data) return <ListFailure />;
  if (!data) return <Loading />;
  if (data.length === 0)
    return (
      <Card>
        <EmptyState title="No alerts yet">
          Hear by email or in your team’s chat when software fails unusually often, when nobody
          touches a stuck case, and when webhooks or emails fail. Each is told once.
        </EmptyState>
      </Card>
    );
  return (
    <div>
      <Card component="ul" aria-label="Alerts" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </Card>
      {total > perPage && <Pagination rowsPerPageOptions={[]} />}
    </div>
  );
};
