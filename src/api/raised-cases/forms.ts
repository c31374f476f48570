import { z } from '@hono/zod-openapi';
import { optionalLine, optionalText, textOf } from '../kit/writable.ts';

const REQUIRED = 'This field is required.';

/** What goes to Codat, and the reference of its ticket, which often comes later. */
export const caseText = textOf(10_000).refine((text) => text !== '', REQUIRED);
export const caseReference = optionalLine(100);

/** How a case was resolved. Empty becomes null. */
export const caseNote = optionalText(2000);

export const newRaisedCase = z.strictObject({
  customerId: z.string(),
  text: caseText,
  reference: caseReference.default(null),
  wait: z.boolean().default(false).openapi({
    description: 'Whether the customer waits for Codat from now on, out of the queue.',
  }),
});
export type NewRaisedCase = z.output<typeof newRaisedCase>;
