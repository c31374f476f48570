import { Button } from '@mui/material';
import { useState } from 'react';
import { Confirm, useDelete, useNotify } from 'react-admin';
import type { ApiKeyRecord } from './labels.ts';

/** Ends a key at once, after asking. */
export const RevokeButton = ({ apiKey }: { apiKey: ApiKeyRecord }) => {
  const [open, setOpen] = useState(false);
  const [remove, { isPending }] = useDelete<ApiKeyRecord, Error>();
  const notify = useNotify();
  const revoke = () =>
    remove(
      'api-keys',
      { id: apiKey.id, previousData: apiKey },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => notify('API key revoked'),
        onError: ({ message }) => notify(message, { type: 'error' }),
        onSettled: () => setOpen(false),
      },
    );
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
      <Confirm
        isOpen={open}
        loading={isPending}
        title={`Revoke “${apiKey.name}”?`}
        content="Programs that use this key are refused at once. This can’t be undone."
        confirm="Revoke"
        confirmColor="warning"
        onConfirm={revoke}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
