import type { Contact } from '../../journey/contacts.ts';

/** All that is known of a contact, in a line of text. */
export const inOneLine = (contact: Contact | null): string =>
  [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(' · ');
