import { required, TextInput, useDataProvider, useNotify, useRedirect } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { AccountManagerInput } from '../../shared/customers/AccountManagerInput.tsx';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';

/** Creates a company in Codat and opens the new customer’s page. */
export const AddCustomerDialog = ({ onClose }: { onClose: () => void }) => {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const redirect = useRedirect();
  const add = async (data: Partial<CustomerRecord>) => {
    const made = (await dataProvider.create<CustomerRecord>('customers', { data })).data;
    notify(`${made.name} created in Codat`);
    redirect('show', 'customers', made.id);
  };
  return (
    <DialogForm title="Add customer" action="Create in Codat" onSubmit={add} onClose={onClose}>
      <TextInput
        source="name"
        label="Company name"
        validate={required('Enter a company name.')}
        helperText="Letters A–Z, numbers, spaces and - ' , & @ . ? ! only (Codat’s rule)"
        autoFocus
      />
      <TextInput source="description" label="Description" helperText={false} />
      <TextInput source="contactName" label="Contact name" helperText={false} />
      <TextInput source="contactEmail" label="Contact email" helperText={false} />
      <TextInput source="contactPhone" label="Contact phone" helperText={false} />
      <AccountManagerInput />
    </DialogForm>
  );
};
