import { Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import {
  CheckboxGroupInput,
  CreateBase,
  Form,
  required,
  SaveButton,
  SelectInput,
  TextInput,
  useRefresh,
} from 'react-admin';
import { API_KEY_SCOPES } from '../../common/api-key-scopes.ts';
import { addHours, toInstant } from '../../journey/instant.ts';
import { DialogWithText } from '../shared/dialogs/DialogWithText.tsx';
import { type NewApiKeyRecord, SCOPE_LABELS } from './labels.ts';

const TITLE = 'create-key-title';

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

const bodyOf = ({ name, scopes, days }: Values) => ({
  name,
  scopes,
  expiresAt: days === NEVER ? null : addHours(toInstant(Date.now()), days * 24),
});

type Props = { onMade: (key: NewApiKeyRecord) => void; onClose: () => void };

/** Asks what a new key is for, and creates it. */
export const CreateKeyDialog = ({ onMade, onClose }: Props) => {
  const refresh = useRefresh();
  const onSuccess = (made: NewApiKeyRecord) => {
    refresh();
    onMade(made);
  };
  return (
    <DialogWithText onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="xs">
      <CreateBase<NewApiKeyRecord>
        resource="api-keys"
        transform={bodyOf}
        mutationOptions={{ onSuccess }}
      >
        <Form<Values> defaultValues={DEFAULTS} disableInvalidFormNotification>
          <DialogTitle id={TITLE}>Create API key</DialogTitle>
          <DialogContent>
            <TextInput
              source="name"
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
            />
            <SelectInput
              source="days"
              label="Expires after"
              choices={lifetimes}
              validate={required()}
              helperText={false}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <SaveButton label="Create" icon={false} alwaysEnable />
          </DialogActions>
        </Form>
      </CreateBase>
    </DialogWithText>
  );
};
