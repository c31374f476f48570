import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { Form, type HttpError, SaveButton, TextInput, useNotify, useUpdate } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CONTACT_ROLE_LABELS, type ContactRole, contactIn } from '../../../journey/contacts.ts';
import { useChangeCustomer } from './useChangeCustomer.ts';

type Props = { customer: CustomerRecord; role: ContactRole; onClose: () => void };

const TITLE = 'edit-contact-title';

const HINTS: Record<ContactRole, string> = {
  main: 'Whom we write to unless it takes somebody else.',
  administrator: 'Who may approve access in the customer’s software.',
  it: 'Who can let a connector through the customer’s network.',
  accountant: 'Who keeps the books, and may know the software best.',
};

/** Where in a customer's record each part of the contact is. */
const sourcesOf = (role: ContactRole) =>
  role === 'main'
    ? { name: 'contactName', email: 'contactEmail', phone: 'contactPhone' }
    : {
        name: `contacts.${role}.name`,
        email: `contacts.${role}.email`,
        phone: `contacts.${role}.phone`,
      };

/** The part of the form's values that belongs to the role, as it is sent. */
const changesOf = (role: ContactRole, values: Partial<CustomerRecord>) => {
  const { contactName, contactEmail, contactPhone, contacts } = values;
  return role === 'main'
    ? { contactName, contactEmail, contactPhone }
    : { contacts: { [role]: contacts?.[role] ?? {} } };
};

/** Adds, changes or removes a customer's contact in one role. */
export const EditContactDialog = ({ customer, role, onClose }: Props) => {
  const [update] = useUpdate<CustomerRecord, HttpError>();
  const notify = useNotify();
  const sources = sourcesOf(role);
  const known = contactIn(customer, role) !== null;
  const save = async (values: Partial<CustomerRecord>) => {
    try {
      await update(
        'customers',
        { id: customer.id, data: changesOf(role, values), previousData: customer },
        { returnPromise: true },
      );
      notify('Contact saved');
      onClose();
    } catch (error) {
      const { body, message } = error as HttpError;
      if (body?.errors) return body.errors;
      notify(message, { type: 'error' });
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="xs">
      <Form record={customer} onSubmit={save} noValidate disableInvalidFormNotification>
        <DialogTitle id={TITLE}>
          {known ? 'Edit contact' : 'Add contact'}: {CONTACT_ROLE_LABELS[role]}
        </DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{HINTS[role]}</DialogContentText>
          <TextInput source={sources.name} label="Name" helperText={false} autoFocus />
          <TextInput
            source={sources.email}
            label="E-mail address"
            type="email"
            helperText={false}
          />
          <TextInput source={sources.phone} label="Phone" type="tel" helperText={false} />
        </DialogContent>
        <DialogActions>
          {known && <RemoveButton customer={customer} role={role} onClose={onClose} />}
          <Button onClick={onClose}>Cancel</Button>
          <SaveButton label="Save" alwaysEnable />
        </DialogActions>
      </Form>
    </Dialog>
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
      `${CONTACT_ROLE_LABELS[role]} contact of ${customer.name} removed`,
    );
  };
  return (
    <Button color="error" onClick={remove} sx={{ mr: 'auto' }}>
      Remove
    </Button>
  );
};
