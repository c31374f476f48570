import type { Customer } from '../database/schema/index.ts';
import { CONTACT_ROLES, type ContactRole, contactIn } from '../journey/contacts.ts';
import { emailAddress, readMailbox } from '../journey/profile/email-address.ts';
import { oneLine } from './text.ts';

export type Recipient = {
  name: string | null;
  /** Null if the contact has none, or an invalid one. */
  email: string | null;
  /** Null for an address that belongs to no contact. No email goes there. */
  role: ContactRole | null;
};

const isRole = (to: string): to is ContactRole => CONTACT_ROLES.some((role) => role === to);

const contactAs = (customer: Customer, role: ContactRole): Recipient => {
  const { name = null, email = null } = contactIn(customer, role) ?? {};
  // Addresses that come with a company’s tags in Codat were checked by nobody.
  const mailbox = readMailbox(email ?? '');
  const named = oneLine(name ?? mailbox.name ?? '') || null;
  return { name: named, email: emailAddress.safeParse(mailbox.address).data ?? null, role };
};

/** Finds the recipient by a contact’s role, or by an address, which may belong to a contact. */
export const recipientOf = (customer: Customer, to: string): Recipient => {
  if (isRole(to)) return contactAs(customer, to);
  const known = CONTACT_ROLES.map((role) => contactAs(customer, role));
  const same = known.find(({ email }) => email?.toLowerCase() === to.toLowerCase());
  return same ?? { name: null, email: to, role: null };
};
