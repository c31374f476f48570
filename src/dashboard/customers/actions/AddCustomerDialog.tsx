import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import {
  CreateBase,
  Form,
  ReferenceInput,
  required,
  SaveButton,
  SelectInput,
  TextInput,
  useNotify,
  useRedirect,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

const TITLE = 'add-customer-title';
const byName = { field: 'name', order: 'ASC' } as const;

/** Creates a company at Codat, and opens the page of the customer that it becomes. */
export const AddCustomerDialog = ({ onClose }: { onClose: () => void }) => {
  const notify = useNotify();
  const redirect = useRedirect();
  const onSuccess = ({ id, name }: CustomerRecord) => {
    notify(`${name} was created at Codat`);
    redirect('show', 'customers', id);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="xs">
      <CreateBase<CustomerRecord> resource="customers" mutationOptions={{ onSuccess }}>
        <Form disableInvalidFormNotification>
          <DialogTitle id={TITLE}>Add a customer</DialogTitle>
          <DialogContent>
            <Fields />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <SaveButton label="Create at Codat" alwaysEnable />
          </DialogActions>
        </Form>
      </CreateBase>
    </Dialog>
  );
};

const Fields = () => (
  <>
    <TextInput
      source="name"
      validate={required('Write the company’s name.')}
      helperText="As Codat takes it: letters A to Z, digits, spaces and - ' , & @ . ? !"
      autoFocus
    />
    <TextInput source="description" helperText={false} />
    <TextInput source="contactName" label="Contact" helperText={false} />
    <TextInput source="contactEmail" label="Contact’s e-mail address" helperText={false} />
    <TextInput source="contactPhone" label="Contact’s phone" helperText={false} />
    <ReferenceInput source="accountManagerId" reference="users" perPage={100} sort={byName}>
      <SelectInput label="Account manager" helperText={false} />
    </ReferenceInput>
  </>
);
