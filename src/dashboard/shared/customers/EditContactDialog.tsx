import { Button, DialogContentText } from '@mui/material';
import { TextInput, useNotify, useUpdate } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { inSentence } from '../../../common/in-sentence.ts';
import { CONTACT_ROLE_LABELS, type ContactRole, contactIn } from '../../../journey/contacts.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { useChangeCustomer } from './useChangeCustomer.ts';

type Props = { customer: CustomerRecord; role: ContactRole; onClose: () => void };

const HINTS: Record<ContactRole, string> = {
  main: 'The person we usually deal with. Gets emails by default.',
  administrator: 'Can approve access in their accounting software.',
  it: 'Can allow the connector through their network.',
  accountant: 'Does the books and often knows the software best.',
};

/** The fields of a customer’s record that hold the contact. */
const sourcesOf = (role: ContactRole) =>
  role === 'main'
    ? { name: 'contactName', email: 'contactEmail', phone: 'contactPhone' }
    : {
        name: `contacts.${role}.name`,
        email: `contacts.${role}.email`,
        phone: `contacts.${role}.phone`,
      };

/** The form’s values that belong to the role, as the API takes them. */
const changesOf = (role: ContactRole, values: Partial<CustomerRecord>) => {
  const { contactName, contactEmail, contactPhone, contacts } = values;
  return role === 'main'
    ? { contactName, contactEmail, contactPhone }
    : { contacts: { [role]: contacts?.[role] ?? {} } };
};

/**
 * Adds, edits or removes a customer’s contact in one role. Not EditBase, which would load the customer again, and so
 * opens an empty dialog first.
 */
export const EditContactDialog = ({ customer, role, onClose }: Props) => {
  const [update] = useUpdate<CustomerRecord, Error>();
  const notify = useNotify();
  const sources = sourcesOf(role);
  const known = contactIn(customer, role) !== null;
  const roleLabel = inSentence(CONTACT_ROLE_LABELS[role]);
  const save = async (values: Partial<CustomerRecord>) => {
    await update(
      'customers',
      { id: customer.id, data: changesOf(role, values), previousData: customer },
      { returnPromise: true },
    );
    notify('Contact saved');
    onClose();
  };
  return (
    <DialogForm
      title={`${known ? 'Edit' : 'Add'} ${roleLabel} contact`}
      action="Save"
      aside={known && <RemoveButton customer={customer} role={role} onClose={onClose} />}
      values={customer}
      onSubmit={save}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1 }}>{HINTS[role]}</DialogContentText>
      <TextInput source={sources.name} label="Name" helperText={false} autoFocus />
      <TextInput source={sources.email} label="Email" type="email" helperText={false} />
      <TextInput source={sources.phone} label="Phone" type="tel" helperText={false} />
    </DialogForm>
  );
};

const RemoveButton = ({ customer, role, onClose }: Props) => {
  const change = useChangeCustomer(customer);
  const remove = () => {
    onClose();
    change(
      role === 'main'
        ? { contactName: null, contactEmail: null, contactPhone: null }
        : { contacts: { ...customer.contacts, [role]: null } },
      `${CONTACT_ROLE_LABELS[role]} contact removed`,
    );
  };
  return (
    <Button color="error" onClick={remove} sx={{ mr: 'auto' }}>
      Remove
    </Button>
  );
};
