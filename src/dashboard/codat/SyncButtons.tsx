import { Button } from '@mui/material';
import { useCreate, useNotify } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { useUnfinishedSync } from './useUnfinishedSync.ts';

/** Starts a sync unless one is running. */
export const SyncButtons = () => {
  const [create, { isPending }] = useCreate<SyncRecord, Error>();
  const notify = useNotify();
  const busy = useUnfinishedSync() !== undefined || isPending;
  const start = (kind: SyncRecord['kind']) =>
    create(
      'syncs',
      { data: { kind } },
      { onError: (error) => notify(error.message, { type: 'error' }) },
    );
  return (
    <>
      <Button variant="outlined" disabled={busy} onClick={() => start('full')}>
        Full sync
      </Button>
      <Button variant="contained" disabled={busy} onClick={() => start('changes')}>
        Sync now
      </Button>
    </>
  );
};
