import { DialogContentText } from '@mui/material';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { ViewRecord } from '../../../api/views/record.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';

type Props = { view: ViewRecord; onClose: () => void };

export const DeleteViewDialog = ({ view, onClose }: Props) => {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const remove = async () => {
    await dataProvider.delete<ViewRecord>('views', { id: view.id, previousData: view });
    notify('View deleted');
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title={
        <>
          Delete “<bdi>{view.name}</bdi>”
        </>
      }
      action="Delete view"
      dangerous
      onSubmit={remove}
      onClose={onClose}
    >
      <DialogContentText>
        {view.shared
          ? 'The view is shared with the team: everyone loses it. No customer changes.'
          : 'Only you use it. No customer changes.'}
      </DialogContentText>
    </DialogForm>
  );
};
