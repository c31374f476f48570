import { z } from '@hono/zod-openapi';
import { CONTACT_ROLES, type Contact, isShortened, readPhone } from '../../journey/contacts.ts';
import { emailAddress, MAX_ADDRESS, readMailbox } from '../../journey/profile/email-address.ts';
import { optionalLine } from '../kit/writable.ts';

const hasDigit = (text: string | null): boolean => text === null || /\d/.test(text);
const isComplete = (text: string | null): boolean => text === null || !isShortened(text);

/** As it was copied, with a name and `mailto:`, the longest address is a bit longer. */
const copiedAddress = optionalLine(2 * MAX_ADDRESS);

/** The parts of a contact, at most 200, 254 and 50 characters; empty ones become null. */
export const contactParts = {
  name: optionalLine(200),
  email: copiedAddress
    .transform((text) => text && readMailbox(text).address)
    .pipe(emailAddress.max(MAX_ADDRESS, `At most ${MAX_ADDRESS} characters.`).nullable()),
  phone: optionalLine(50)
    .transform((text) => text && readPhone(text))
    .refine(hasDigit, 'Enter a valid phone number.')
    .refine(
      isComplete,
      'A spreadsheet cut this number short. Format its column as text, enter the full number and save again.',
    ),
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
