import { z } from '@hono/zod-openapi';
import { CONTACT_ROLES, type Contact } from '../../journey/contacts.ts';
import { optionalLine } from '../kit/writable.ts';

const address = z.email();
const isEmail = (text: string | null): boolean => text === null || address.safeParse(text).success;
const hasDigit = (text: string | null): boolean => text === null || /\d/.test(text);

/** What each part of a contact must look like; what is left empty is null. */
export const contactParts = {
  name: optionalLine(200),
  email: optionalLine(254).refine(isEmail, 'This is no e-mail address.'),
  phone: optionalLine(50).refine(hasDigit, 'This is no phone number: it has no digits.'),
};

const contact = z
  .strictObject({
    name: contactParts.name.default(null),
    email: contactParts.email.default(null),
    phone: contactParts.phone.default(null),
  })
  .refine(({ name, email, phone }: Contact) => name || email || phone, {
    path: ['name'],
    message: 'Write a name, an e-mail address or a phone number.',
  });

/** All contacts but the main one; only the roles that are named change, and null takes a contact away. */
export const otherContactsForm = z
  .partialRecord(z.enum(CONTACT_ROLES).exclude(['main']), contact.nullable())
  .openapi({ type: 'object' });
