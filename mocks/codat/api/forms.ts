import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { Fault } from './fault.ts';

const FORBIDDEN = /[^A-Za-z0-9\s\-',&@.?!]/g;

/** Codat removes forbidden characters from a name instead of rejecting it. */
const name = z
  .string('must be text')
  .transform((text) => text.replace(FORBIDDEN, ''))
  .refine((text) => text.trim() !== '', 'must contain at least one letter A–Z or digit');

const description = z.string('must be text');

const tags = z
  .record(
    z.string(),
    z.string('must have text values').max(100, 'must have values of up to 100 characters'),
    'must be an object with text values',
  )
  .refine(
    (all) => Object.keys(all).every((tag) => /^.{1,27}$/.test(tag)),
    'must have names of 1 to 27 characters',
  )
  .refine((all) => Object.keys(all).length <= 10, 'must have up to 10 entries');

export const newCompany = z.object({
  name,
  description: description.optional(),
  tags: tags.optional(),
});

/** A null field counts as not given. */
export const companyChange = z.object({
  name: name.nullish(),
  description: description.nullish(),
  tags: tags.nullish(),
});

const MAX_BODY_BYTES = 1024 * 1024;

/** Comes after whatever looks only at the headers: a body that isn’t read costs nothing. @throws Fault 413 */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new Fault(413, 'Error processing request - The body is larger than 1 MiB.');
  },
});

/** The request's body, validated by the given schema. @throws Fault 400 with a message for each invalid field */
export const bodyOf = async <T>(context: Context, form: z.ZodType<T>): Promise<T> => {
  const body: unknown = await context.req.json().catch(() => {
    throw new Fault(400, 'Error processing request - The body is not JSON.');
  });
  const parsed = form.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [path.join('.') || 'body', message]),
  );
  const sentence = Object.entries(problems).map(([field, message]) => `${field} ${message}`);
  throw new Fault(400, `Error processing request - ${sentence.join('; ')}.`, { problems });
};
