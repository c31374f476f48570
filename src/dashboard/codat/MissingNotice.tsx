import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useCreate, useGetList, useNotify } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { useUnfinishedSync } from './useUnfinishedSync.ts';

/** That the last full sync missed too many customers to believe that they are deleted, and a way to confirm it. */
export const MissingNotice = () => {
  const [asking, setAsking] = useState(false);
  const [create, { isPending }] = useCreate<SyncRecord, Error>();
  const notify = useNotify();
  const busy = useUnfinishedSync() !== undefined || isPending;
  const { data } = useGetList<SyncRecord>('syncs', {
    filter: { kind: 'full', state: ['done', 'failed'] },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'startedAt', order: 'DESC' },
  });
  const last = data?.[0];
  if (!last?.missing) return null;
  const confirm = () => {
    setAsking(false);
    create(
      'syncs',
      { data: { kind: 'full', deletionsConfirmed: true } },
      { onError: (error) => notify(error.message, { type: 'error' }) },
    );
  };
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" disabled={busy} onClick={() => setAsking(true)}>
          Mark as deleted
        </Button>
      }
    >
      {last.problem}
      <Confirm
        isOpen={asking}
        title="Mark missing customers as deleted?"
        content="A full sync starts. All customers who are missing in Codat leave the queue and the lists. They come back if Codat lists them again."
        confirm="Mark as deleted"
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </Alert>
  );
};
