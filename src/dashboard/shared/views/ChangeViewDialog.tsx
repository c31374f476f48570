import { DialogContentText } from '@mui/material';
import { useDataProvider, useNotify, useRefresh, useStoreContext } from 'react-admin';
import type { ViewRecord } from '../../../api/views/record.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';

type Props = {
  view: ViewRecord;
  content: Pick<ViewRecord, 'filter' | 'sort' | 'columns'>;
  onClose: () => void;
};

/** Asks before a view gets the filters, order and columns that the list has now. */
export const ChangeViewDialog = ({ view, content, onClose }: Props) => {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const store = useStoreContext();
  const save = async () => {
    await dataProvider
      .update<ViewRecord>('views', { id: view.id, data: content, previousData: view })
      // There are no fields to show what is wrong with one of them.
      .catch(({ message }: Error) => {
        throw new Error(message);
      });
    // Or else this browser’s own choice of columns would stay in front of the view’s.
    store.removeItems(`views.${view.id}.datatable`);
    notify('View saved');
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title={
        <>
          Change “<bdi>{view.name}</bdi>”
        </>
      }
      action="Save changes"
      onSubmit={save}
      onClose={onClose}
    >
      <DialogContentText>
        It gets the filters, order and columns that you see now.{' '}
        {view.shared
          ? 'The view is shared with the team: it changes for everyone.'
          : 'Only you use it.'}
      </DialogContentText>
    </DialogForm>
  );
};
