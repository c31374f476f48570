import { Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import {
  CONTACT_ROLE_LABELS,
  CONTACT_ROLES,
  type ContactRole,
  contactIn,
} from '../../../journey/contacts.ts';
import { EditContactDialog } from '../customers/EditContactDialog.tsx';

type Props = { customer: CustomerRecord; value: string; onChange: (to: string) => void };

const isRole = (value: string): value is ContactRole =>
  (CONTACT_ROLES as readonly string[]).includes(value);

const nameOf = (customer: CustomerRecord, role: ContactRole): string => {
  const contact = contactIn(customer, role);
  const person = contact?.email
    ? `${contact.name ?? ''} ${contact.email}`.trim()
    : 'no e-mail address yet';
  return `${CONTACT_ROLE_LABELS[role]}: ${person}`;
};

/** Whom an e-mail goes to: one of the customer's contacts. One who is missing can be added on the spot. */
export const RecipientSelect = ({ customer, value, onChange }: Props) => {
  const [adding, setAdding] = useState(false);
  const missing = isRole(value) && !contactIn(customer, value)?.email;
  return (
    <>
      <TextField
        select
        label="To"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        margin="none"
        error={missing}
        helperText={missing && 'No e-mail address is known for this contact.'}
      >
        {CONTACT_ROLES.map((role) => (
          <MenuItem key={role} value={role}>
            <bdi>{nameOf(customer, role)}</bdi>
          </MenuItem>
        ))}
      </TextField>
      {missing && (
        <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => setAdding(true)}>
          {`Add the ${CONTACT_ROLE_LABELS[value].toLowerCase()} contact`}
        </Button>
      )}
      {adding && isRole(value) && (
        <EditContactDialog customer={customer} role={value} onClose={() => setAdding(false)} />
      )}
    </>
  );
};
