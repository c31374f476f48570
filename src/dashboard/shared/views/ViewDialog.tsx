import { Alert } from '@mui/material';
import {
  BooleanInput,
  HttpError,
  required,
  TextInput,
  useDataProvider,
  useGetIdentity,
  useNotify,
  useRefresh,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { ViewRecord } from '../../../api/views/record.ts';
import type { ViewPage } from '../../../common/views.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { addressOf, type BaseView } from './viewAddress.ts';

type Values = Partial<Pick<ViewRecord, 'name' | 'shared' | 'isDefault'>>;

type Props = {
  page: ViewPage;
  bases: readonly BaseView[];
  onClose: () => void;
} & (
  | { content: Pick<ViewRecord, 'filter' | 'sort' | 'columns'>; view?: undefined }
  | { view: ViewRecord; content?: undefined }
);

/** What is wrong with the filters has no field here, and shows above the buttons. */
const withoutField = (error: unknown): never => {
  const { name, isDefault } = (error instanceof HttpError && error.body?.errors) || {};
  if (error instanceof Error && !name && !isDefault) throw new Error(error.message);
  throw error;
};

/** Saves a view with what the list shows, or changes the name of one and who sees it. */
export const ViewDialog = ({ page, bases, content, view, onClose }: Props) => {
  const dataProvider = useDataProvider();
  const refresh = useRefresh();
  const notify = useNotify();
  const navigate = useNavigate();
  const write = ({ name, shared = false, isDefault = false }: Values) => {
    const data = { ...content, name, shared, isDefault };
    return view
      ? dataProvider.update<ViewRecord>('views', { id: view.id, data, previousData: view })
      : dataProvider.create<ViewRecord>('views', {
          data: { ...data, page, resource: 'customers' },
        });
  };
  const save = async (values: Values) => {
    const { data } = await write(values).catch(withoutField);
    notify(view ? 'View saved' : `View “${data.name}” saved`);
    refresh();
    onClose();
    if (!view) navigate(addressOf(data, bases));
  };
  return (
    <DialogForm
      title={view ? 'Rename or share view' : 'Save view'}
      action="Save"
      values={view}
      onSubmit={save}
      onClose={onClose}
    >
      {view?.shared && (
        <Alert role="note" severity="warning" sx={{ mb: 1 }}>
          This view is shared: the change is for everyone.
        </Alert>
      )}
      <TextInput source="name" label="Name" validate={required('Enter a name.')} autoFocus />
      <BooleanInput
        source="shared"
        label="Share with the team"
        helperText="Everyone sees it. Only its owner and admins can change it."
      />
      <DefaultInput page={page} />
    </DialogForm>
  );
};

const START: Record<ViewPage, string> = { queue: 'the queue', customers: 'Customers' };

const DefaultInput = ({ page }: { page: ViewPage }) => {
  const shared = useWatch({ name: 'shared' });
  const { identity } = useGetIdentity();
  const refused = shared && identity?.role !== 'admin';
  return (
    <BooleanInput
      source="isDefault"
      label={shared ? `Open ${START[page]} with it for everyone` : `Open ${START[page]} with it`}
      disabled={refused}
      helperText={
        refused
          ? 'Only an admin can choose the view that everyone starts with.'
          : shared && 'Unless they chose one of their own.'
      }
    />
  );
};
