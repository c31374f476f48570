import { z } from 'zod';
import { instant } from '../instant.ts';
import type { Period } from './period.ts';

/** A period in one text, as ISO 8601 has it: `2026-11-16T00:00:00.000Z/2026-11-23T00:00:00.000Z`. */
export const intervalOf = ({ from, to }: Period): string => `${from}/${to}`;

const EXPECTED = 'Write a start and an end with a slash between them.';

/** Reads it. */
export const interval = z.string().transform((text, context): Period => {
  const [from, to] = text.split('/').map((part) => instant.safeParse(part).data);
  if (from && to && from < to) return { from, to };
  context.addIssue({ code: 'custom', message: EXPECTED });
  return z.NEVER;
});
