import { z } from '@hono/zod-openapi';
import { manyLines } from '../../email/text.ts';
import { CONTACT_ROLES } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { isEmailAddress, MAX_ADDRESS } from '../../journey/profile/email-address.ts';

const template = z.enum(EMAIL_TEMPLATES);

const RECIPIENT = `Enter a contact role (${CONTACT_ROLES.join(', ')}) or a contact’s email address.`;

/** The recipient: a contact’s role, or the email address of a contact. */
const to = z.union(
  [z.enum(CONTACT_ROLES), z.string().max(MAX_ADDRESS, RECIPIENT).refine(isEmailAddress, RECIPIENT)],
  RECIPIENT,
);

const note = z
  .string()
  .max(2000, 'At most 2,000 characters.')
  .transform((text) => manyLines(text) || null);

/** A request for an email. Without `to`, it goes to the template’s default recipient. */
export const newEmail = z.strictObject({
  customerId: z.string(),
  template,
  to: to.optional(),
  note: note.nullish(),
  force: z
    .boolean()
    .optional()
    .openapi({ description: 'Send it even if the same email was sent recently.' }),
});
export type NewEmail = z.output<typeof newEmail>;

/** Instead of a template: each customer’s next best action, if that is an email. */
export const NEXT = 'next';

const MAX_CUSTOMERS = 500;

export const newEmails = z.strictObject({
  customerIds: z
    .array(z.string())
    .min(1, 'Select at least one customer.')
    .max(MAX_CUSTOMERS, `At most ${MAX_CUSTOMERS} customers at once.`),
  template: z.enum([...EMAIL_TEMPLATES, NEXT]).openapi({
    description: '`next`: the recommended email for each customer, to the recommended contact.',
  }),
});
export type NewEmails = z.output<typeof newEmails>;
