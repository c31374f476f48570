import { Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import {
  CreateBase,
  Form,
  required,
  SaveButton,
  TextInput,
  useNotify,
  useRedirect,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { AccountManagerInput } from '../../shared/customers/AccountManagerInput.tsx';
import { DialogWithText } from '../../shared/dialogs/DialogWithText.tsx';

const TITLE = 'add-customer-title';

/** Creates a company in Codat and opens the new customer’s page. */
export const AddCustomerDialog = ({ onClose }: { onClose: () => void }) => {
  const notify = useNotify();
  const redirect = useRedirect();
  const onSuccess = ({ id, name }: CustomerRecord) => {
    notify(`${name} created in Codat`);
    redirect('show', 'customers', id);
  };
  return (
    <DialogWithText onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="xs">
      <CreateBase<CustomerRecord> resource="customers" mutationOptions={{ onSuccess }}>
        <Form disableInvalidFormNotification>
          <DialogTitle id={TITLE}>Add customer</DialogTitle>
          <DialogContent>
            <Fields />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <SaveButton label="Create in Codat" alwaysEnable />
          </DialogActions>
        </Form>
      </CreateBase>
    </DialogWithText>
  );
};

const Fields = () => (
  <>
    <TextInput
      source="name"
      label="Company name"
      validate={required('Enter a company name.')}
      helperText="Letters A–Z, numbers, spaces and - ' , & @ . ? ! only (Codat’s rule)"
      autoFocus
    />
    <TextInput source="description" helperText={false} />
    <TextInput source="contactName" label="Contact name" helperText={false} />
    <TextInput source="contactEmail" label="Contact email" helperText={false} />
    <TextInput source="contactPhone" label="Contact phone" helperText={false} />
    <AccountManagerInput />
  </>
);
