import { z } from 'zod';
import { instant } from '../clock/instant-schema.ts';
import type { Period } from './period.ts';

const EXPECTED = 'Write a start and an end with a slash between them.';

/** Reads a period in one text: see `intervalOf`. */
export const interval = z.string().transform((text, context): Period => {
  const [from, to] = text.split('/').map((part) => instant.safeParse(part).data);
  if (from && to && from < to) return { from, to };
  context.addIssue({ code: 'custom', message: EXPECTED });
  return z.NEVER;
});
