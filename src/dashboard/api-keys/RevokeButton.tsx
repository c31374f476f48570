import { Button, DialogContentText } from '@mui/material';
import { useState } from 'react';
import { useDelete, useNotify } from 'react-admin';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import type { ApiKeyRecord } from './labels.ts';

/** Ends a key at once, after asking. */
export const RevokeButton = ({ apiKey }: { apiKey: ApiKeyRecord }) => {
  const [open, setOpen] = useState(false);
  const [remove] = useDelete<ApiKeyRecord, Error>();
  const notify = useNotify();
  const revoke = async () => {
    await remove(
      'api-keys',
      { id: apiKey.id, previousData: apiKey },
      { mutationMode: 'pessimistic', returnPromise: true },
    );
    notify('API key revoked');
    setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        color="error"
        aria-label={`Revoke ${apiKey.name}`}
        onClick={() => setOpen(true)}
      >
        Revoke
      </Button>
      {open && (
        <DialogForm
          title={`Revoke “${apiKey.name}”?`}
          action="Revoke"
          dangerous
          onSubmit={revoke}
          onClose={() => setOpen(false)}
        >
          <DialogContentText>
            Programs that use this key are refused at once. This can’t be undone.
          </DialogContentText>
        </DialogForm>
      )}
    </>
  );
};
