import { z } from '@hono/zod-openapi';

/**
 * The form of a PUT body: any part of the record. Fields that follow from others are let through unread, because
 * react-admin's forms send the whole record back; fields that don't exist are refused.
 */
export const writable = <F extends z.ZodRawShape>(record: z.ZodObject, forms: F) => {
  const names = Object.keys(record.shape).filter((name) => !(name in forms));
  const readOnly = names.map((name) => [name, z.unknown().optional().openapi({ readOnly: true })]);
  const body = z.strictObject({
    ...Object.fromEntries(readOnly),
    ...z.object(forms).partial().shape,
  });
  return body.transform(
    (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => name in forms)) as Partial<
        z.output<z.ZodObject<F>>
      >,
  );
};

const line = (text: z.ZodString, max: number) =>
  text
    .max(max, `At most ${max} characters.`)
    .refine(
      (value) => !/\p{Cc}/u.test(value),
      'Line breaks and control characters are not allowed here.',
    )
    .transform((value) => value.toWellFormed());

/** A line of text that a person enters: no control characters, so that it is safe in a mail's header. */
export const lineOfText = (max: number) =>
  line(z.string().trim().min(1, 'This field is required.'), max);

/** As `lineOfText`, but it may be left empty, as forms send it; it is null then. */
export const optionalLine = (max: number) =>
  line(z.string().trim(), max)
    .transform((value) => value || null)
    .nullable();
