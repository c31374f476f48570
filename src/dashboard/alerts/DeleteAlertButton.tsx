import { Button, DialogContentText } from '@mui/material';
import { useDelete, useNotify } from 'react-admin';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import type { AlertRecord } from './labels.ts';

/** Deletes an alert, after asking. */
export const DeleteAlertButton = ({ alert }: { alert: AlertRecord }) => {
  const openDialog = useOpenDialog();
  const [remove] = useDelete<AlertRecord, Error>();
  const notify = useNotify();
  const deleteAlert = async (close: () => void) => {
    await remove(
      'alerts',
      { id: alert.id, previousData: alert },
      { mutationMode: 'pessimistic', returnPromise: true },
    );
    notify('Alert deleted');
    close();
  };
  const ask = () =>
    openDialog((close) => (
      <DialogForm
        title={`Delete “${alert.name}”?`}
        action="Delete"
        dangerous
        onSubmit={() => deleteAlert(close)}
        onClose={close}
      >
        <DialogContentText>
          Nobody is told any more. A webhook’s address is forgotten. What was sent stays in the
          list.
        </DialogContentText>
      </DialogForm>
    ));
  return (
    <Button size="small" color="error" aria-label={`Delete ${alert.name}`} onClick={ask}>
      Delete
    </Button>
  );
};
