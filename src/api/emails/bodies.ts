import { z } from '@hono/zod-openapi';
import { manyLines } from '../../email/text.ts';
import { CONTACT_ROLES } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATES } from '../../journey/outreach.ts';

const template = z.enum(EMAIL_TEMPLATES);

/** Who it goes to: a contact’s role, or an address. */
const to = z.union(
  [z.enum(CONTACT_ROLES), z.email().max(254)],
  `Name a contact (${CONTACT_ROLES.join(', ')}) or an e-mail address.`,
);

const note = z
  .string()
  .max(2000, 'At most 2,000 characters.')
  .transform((text) => manyLines(text) || null);

/** An e-mail as it is asked for; who it is to follows from the template where nobody says. */
export const newEmail = z.strictObject({
  customerId: z.string(),
  template,
  to: to.optional(),
  note: note.nullish(),
  force: z.boolean().optional().openapi({ description: 'Send it although it was sent just now.' }),
});
export type NewEmail = z.output<typeof newEmail>;

const MAX_CUSTOMERS = 500;

export const newEmails = z.strictObject({
  customerIds: z
    .array(z.string())
    .min(1, 'Choose at least one customer.')
    .max(MAX_CUSTOMERS, `At most ${MAX_CUSTOMERS} customers at once.`),
  template,
});
export type NewEmails = z.output<typeof newEmails>;
