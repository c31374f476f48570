import type { Context } from 'hono';
import { z } from 'zod';
import { Fault } from './fault.ts';

const FORBIDDEN = /[^A-Za-z0-9\s\-',&@.?!]/g;

/** Codat takes forbidden characters out of a name instead of refusing it. */
const name = z
  .string('must be a text')
  .transform((text) => text.replace(FORBIDDEN, ''))
  .refine((text) => text.trim() !== '', 'must hold at least one letter from A to Z or digit');

const description = z.string('must be a text');

const tags = z
  .record(
    z.string(),
    z.string('must have texts as values').max(100, 'must have values of at most 100 characters'),
    'must be an object of texts',
  )
  .refine(
    (all) => Object.keys(all).every((tag) => /^.{1,27}$/.test(tag)),
    'must have names of 1 to 27 characters',
  )
  .refine((all) => Object.keys(all).length <= 10, 'must be at most 10');

export const newCompany = z.object({
  name,
  description: description.optional(),
  tags: tags.optional(),
});

/** A field that is null counts as not given. */
export const companyChange = z.object({
  name: name.nullish(),
  description: description.nullish(),
  tags: tags.nullish(),
});

/** The body of a request in the given form. @throws Fault 400 that says what is wrong with which field */
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
