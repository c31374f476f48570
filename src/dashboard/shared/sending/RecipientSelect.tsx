import { Button } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import {
  CONTACT_ROLE_LABELS,
  CONTACT_ROLES,
  type ContactRole,
  contactIn,
} from '../../../journey/contacts.ts';
import { EditContactDialog } from '../customers/EditContactDialog.tsx';
import { CONTACT_NAMES } from './emailLabels.ts';
import { SelectField } from './SelectField.tsx';

type Props = {
  customer: CustomerRecord;
  value: ContactRole;
  onChange: (to: ContactRole) => void;
};

const labelOf = (customer: CustomerRecord, role: ContactRole): string => {
  const contact = contactIn(customer, role);
  const known = contact ? [contact.name, contact.email ?? '(no email)'] : ['no contact yet'];
  return `${CONTACT_ROLE_LABELS[role]}: ${known.filter(Boolean).join(' ')}`;
};

/** Chooses which of the customer’s contacts an email goes to. An address to write to is one of a contact: it is added here. */
export const RecipientSelect = ({ customer, value, onChange }: Props) => {
  const [adding, setAdding] = useState(false);
  const contact = contactIn(customer, value);
  const missing = !contact?.email;
  return (
    <>
      <SelectField
        label="To"
        value={value}
        choices={CONTACT_ROLES.map((role) => ({
          value: role,
          label: <bdi>{labelOf(customer, role)}</bdi>,
        }))}
        onChange={onChange}
        error={missing}
        helperText={
          missing &&
          (contact
            ? 'This contact has no email address.'
            : `No ${CONTACT_NAMES[value]} yet. Add one first.`)
        }
      />
      <Button
        variant={missing ? 'outlined' : 'text'}
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => setAdding(true)}
      >
        {`${contact ? 'Edit' : 'Add'} ${CONTACT_NAMES[value]}`}
      </Button>
      {adding && (
        <EditContactDialog customer={customer} role={value} onClose={() => setAdding(false)} />
      )}
    </>
  );
};
