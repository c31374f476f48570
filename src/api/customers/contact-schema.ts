import { z } from '@hono/zod-openapi';
import { CONTACT_ROLES, type Contact } from '../../journey/contacts.ts';
import { optionalLine } from '../kit/writable.ts';

const address = z.email();
const isEmail = (text: string | null): boolean => text === null || address.safeParse(text).success;
const hasDigit = (text: string | null): boolean => text === null || /\d/.test(text);

/** The parts of a contact, at most 200, 254 and 50 characters; empty ones become null. */
export const contactParts = {
  name: optionalLine(200),
  email: optionalLine(254).refine(isEmail, 'Enter a valid email address.'),
  phone: optionalLine(50).refine(hasDigit, 'Enter a valid phone number.'),
};

const contact = z
  .strictObject({
    name: contactParts.name.default(null),
    email: contactParts.email.default(null),
    phone: contactParts.phone.default(null),
  })
  .refine(({ name, email, phone }: Contact) => name || email || phone, {
    path: ['name'],
    message: 'Enter a name, email or phone number.',
  });

/** All contacts but the main one. Only the named roles change; null removes a contact. */
export const otherContactsForm = z
  .partialRecord(z.enum(CONTACT_ROLES).exclude(['main']), contact.nullable())
  .openapi({ type: 'object' });
