import { Button } from '@mui/material';
import { useNotify, useRefresh, useUpdate } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';

/** Ends the sync that is under way. What it has read stays. */
export const CancelSync = ({ sync: { id } }: { sync: SyncRecord }) => {
  const [update, { isPending }] = useUpdate<SyncRecord>();
  const notify = useNotify();
  const refresh = useRefresh();
  const cancel = () =>
    update(
      'syncs',
      { id, data: { state: 'cancelled' } },
      {
        onSuccess: () => notify('Sync cancelled'),
        onError: (error) => notify((error as Error).message, { type: 'error' }),
        onSettled: refresh,
      },
    );
  return (
    <Button variant="outlined" color="inherit" disabled={isPending} onClick={cancel} sx={{ mt: 1 }}>
      Cancel
    </Button>
  );
};
