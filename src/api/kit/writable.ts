import { z } from '@hono/zod-openapi';
import { formatNumber } from '../../common/locale.ts';

/**
 * The schema of a PUT body: any part of the record. Derived fields are accepted and ignored, because react-admin's
 * forms send the whole record back; unknown fields are rejected.
 */
export const writable = <F extends z.ZodRawShape>(record: z.ZodObject, forms: F) => {
  const names = Object.keys(record.shape).filter((name) => !(name in forms));
  const readOnly = names.map((name) => [name, z.unknown().optional().openapi({ readOnly: true })]);
  const body = z.strictObject({
    ...Object.fromEntries(readOnly),
    ...z.object(forms).partial().shape,
  });
  // Cast because filtering the entries loses that only the keys of `forms` remain.
  return body.transform(
    (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => name in forms)) as Partial<
        z.output<z.ZodObject<F>>
      >,
  );
};

/** Control characters, separators of lines and paragraphs, and what turns the direction of the text around it. */
const NOT_IN_LINES = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Characters without width or ink. A name of nothing else can’t be seen, and between letters they hide a difference. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

const REQUIRED = 'This field is required.';

const line = (text: z.ZodString, max: number) =>
  text
    .max(max, `At most ${max} characters.`)
    .refine(
      (value) => !NOT_IN_LINES.test(value),
      'Line breaks and control characters are not allowed here.',
    )
    .transform((value) => value.toWellFormed());

/** A line of visible text, trimmed. It has no control characters, so it is safe in an email's header. */
export const lineOfText = (max: number) =>
  line(
    z
      .string()
      .trim()
      .min(1, REQUIRED)
      .refine((value) => value.replaceAll(INVISIBLE, '').trim() !== '', REQUIRED),
    max,
  );

/** Text of several lines, trimmed. */
export const textOf = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${formatNumber(max)} characters.`)
    .transform((value) => value.toWellFormed());

/** Like `textOf`, but may be empty, as forms send it. Empty becomes null. */
export const optionalText = (max: number) =>
  textOf(max)
    .transform((value) => value || null)
    .nullable();

/** Like `lineOfText`, but may be empty, as forms send it. Empty becomes null. */
export const optionalLine = (max: number) =>
  line(z.string().trim(), max)
    .transform((value) => value || null)
    .nullable();
