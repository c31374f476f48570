import { z } from 'zod';
import { withoutInvisible } from './profile/email-address.ts';

export const CONTACT_ROLES = ['main', 'administrator', 'it', 'accountant'] as const;
/** `administrator` and `it` are the customer’s, and can do what the main contact can’t. */
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const CONTACT_ROLE_LABELS: Record<ContactRole, string> = {
  main: 'Main',
  administrator: 'Admin',
  it: 'IT',
  accountant: 'Accountant',
};

/** A role within a sentence, as in “No IT contact yet”. */
export const CONTACT_ROLE_NOUNS: Record<ContactRole, string> = {
  main: 'main',
  administrator: 'admin',
  it: 'IT',
  accountant: 'accountant',
};

export const contact = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** A person at the customer. At least one field is not null. */
export type Contact = z.output<typeof contact>;

/** Whether two contacts have the same name, email and phone number. */
export const sameContact = (a: Contact | null, b: Contact | null): boolean =>
  a?.name === b?.name && a?.email === b?.email && a?.phone === b?.phone;

/** All contacts but the main one, whose fields belong to the customer itself. */
export const otherContacts = z.partialRecord(
  z.enum(CONTACT_ROLES).exclude(['main']),
  z.nullable(contact),
);

export type OtherContacts = z.output<typeof otherContacts>;

/** The contacts in a company’s tags in Codat, such as `administratorEmail`. */
export const contactsFromTags = (tags: Record<string, string>): OtherContacts =>
  Object.fromEntries(
    CONTACT_ROLES.flatMap((role) => {
      const [name = null, email = null, phone = null] = ['Name', 'Email', 'Phone'].map(
        (part) => tags[`${role}${part}`],
      );
      return role !== 'main' && (name || email || phone) ? [[role, { name, email, phone }]] : [];
    }),
  );

/** A phone number as it was copied, without `tel:` and invisible marks. */
export const readPhone = (text: string): string =>
  withoutInvisible(text).replace(/^tel:/i, '').trim();

/** Whether a spreadsheet took a phone number for a quantity and dropped its last digits, as in `4.42079E+11`. */
export const isShortened = (phone: string): boolean =>
  /^[+-]?\d+(?:[.,]\d+)?\s*e\s*\+?\d+$/i.test(phone);

/** The `tel:` address of a phone number, which people write in many ways. */
export const dialing = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

export type WithContacts = {
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  contacts: OtherContacts;
};

/** The contact in a role, or null if there is none. */
export const contactIn = (customer: WithContacts, role: ContactRole): Contact | null => {
  if (role !== 'main') return customer.contacts[role] ?? null;
  const { contactName: name, contactEmail: email, contactPhone: phone } = customer;
  return name || email || phone ? { name, email, phone } : null;
};
