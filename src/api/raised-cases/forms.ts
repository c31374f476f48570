import { z } from '@hono/zod-openapi';
import { optionalLine } from '../kit/writable.ts';

const REQUIRED = 'This field is required.';

const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en-GB')} characters.`)
    .transform((value) => value.toWellFormed());

/** What goes to Codat, and the reference of its ticket, which often comes later. */
export const caseText = lines(10_000).refine((text) => text !== '', REQUIRED);
export const caseReference = optionalLine(100);

/** How a case was resolved. Empty becomes null. */
export const caseNote = lines(2000)
  .transform((value) => value || null)
  .nullable();

export const newRaisedCase = z.strictObject({
  customerId: z.string(),
  text: caseText,
  reference: caseReference.default(null),
  wait: z.boolean().default(false).openapi({
    description: 'Whether the customer waits for Codat from now on, out of the queue.',
  }),
});
export type NewRaisedCase = z.output<typeof newRaisedCase>;
