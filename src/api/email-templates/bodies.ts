import { z } from '@hono/zod-openapi';
import { lineOfText } from '../kit/writable.ts';

export const words = z.strictObject({
  subject: lineOfText(200),
  body: z
    .string()
    .regex(/\S/, 'This field is required.')
    .max(20_000, 'At most 20,000 characters.')
    .transform((text) => text.toWellFormed()),
});

export const wordsToPreview = words.extend({
  customerId: z
    .string()
    .optional()
    .openapi({ description: 'Whose facts to fill in; made-up ones without.' }),
});

export const placeholder = z.object({
  name: z.string(),
  meaning: z.string(),
  written: z.string().openapi({ description: 'What to put into a template for it.' }),
});
export type PlaceholderRecord = z.output<typeof placeholder>;
export const renderedEmail = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type RenderedEmail = z.output<typeof renderedEmail>;
export const testSent = z.object({ to: z.string() });
