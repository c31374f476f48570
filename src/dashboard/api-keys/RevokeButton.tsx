import { Button, DialogContentText } from '@mui/material';
import { useDelete, useNotify } from 'react-admin';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import type { ApiKeyRecord } from './labels.ts';

/** Ends a key at once, after asking. */
export const RevokeButton = ({ apiKey }: { apiKey: ApiKeyRecord }) => {
  const openDialog = useOpenDialog();
  const [remove] = useDelete<ApiKeyRecord, Error>();
  const notify = useNotify();
  const revoke = async (close: () => void) => {
    await remove(
      'api-keys',
      { id: apiKey.id, previousData: apiKey },
      { mutationMode: 'pessimistic', returnPromise: true },
    );
    notify('API key revoked');
    close();
  };
  const ask = () =>
    openDialog((close) => (
      <DialogForm
        title={`Revoke “${apiKey.name}”?`}
        action="Revoke"
        dangerous
        onSubmit={() => revoke(close)}
        onClose={close}
      >
        <DialogContentText>
          Programs that use this key are refused at once. This can’t be undone.
        </DialogContentText>
      </DialogForm>
    ));
  return (
    <Button size="small" color="error" aria-label={`Revoke ${apiKey.name}`} onClick={ask}>
      Revoke
    </Button>
  );
};
