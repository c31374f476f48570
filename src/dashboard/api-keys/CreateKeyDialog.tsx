import { Typography } from '@mui/material';
import {
  CheckboxGroupInput,
  required,
  SelectInput,
  TextInput,
  useDataProvider,
  useRefresh,
} from 'react-admin';
import { API_KEY_SCOPES } from '../../common/api-key-scopes.ts';
import { addHours, toInstant } from '../../journey/instant.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { type NewApiKeyRecord, SCOPE_LABELS } from './labels.ts';

const scopeChoices = API_KEY_SCOPES.map((id) => ({ id, ...SCOPE_LABELS[id] }));

const scopeText = ({ label, description }: (typeof scopeChoices)[number]) => (
  <>
    {label}
    <Typography variant="body2" color="textSecondary">
      {description}
    </Typography>
  </>
);

const NEVER = 0;

/** In days. */
const lifetimes = [
  { id: 30, name: '30 days' },
  { id: 90, name: '90 days' },
  { id: 365, name: '1 year' },
  { id: NEVER, name: 'Never' },
];

type Values = Pick<NewApiKeyRecord, 'name' | 'scopes'> & { days: number };

const DEFAULTS: Partial<Values> = { scopes: ['read'], days: 365 };

const bodyOf = ({ name, scopes, days = NEVER }: Partial<Values>) => ({
  name,
  scopes,
  expiresAt: days === NEVER ? null : addHours(toInstant(Date.now()), days * 24),
});

type Props = { onMade: (key: NewApiKeyRecord) => void; onClose: () => void };

/** Asks what a new key is for, and creates it. */
export const CreateKeyDialog = ({ onMade, onClose }: Props) => {
  const dataProvider = useDataProvider();
  const refresh = useRefresh();
  const submit = async (values: Partial<Values>) => {
    const { data } = await dataProvider.create<NewApiKeyRecord>('api-keys', {
      data: bodyOf(values),
    });
    refresh();
    onMade(data);
  };
  return (
    <DialogForm
      title="Create API key"
      action="Create"
      values={DEFAULTS}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        source="name"
        label="Name"
        validate={required('Enter a name.')}
        helperText="The program that will use it, such as “Data warehouse”"
        autoFocus
      />
      <CheckboxGroupInput
        source="scopes"
        label="Scopes"
        choices={scopeChoices}
        optionText={scopeText}
        validate={required('Choose at least one.')}
        row={false}
        helperText={false}
        sx={{ mb: 1 }}
      />
      <SelectInput
        source="days"
        label="Expires after"
        choices={lifetimes}
        validate={required()}
        helperText={false}
      />
    </DialogForm>
  );
};
