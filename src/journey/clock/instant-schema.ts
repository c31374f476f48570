import { z } from 'zod';
import { type Instant, toInstant } from '../instant.ts';

/** PostgreSQL has no year 0, and years outside of 1 to 9999 would not compare as strings. */
const isInRange = (moment: Instant): boolean => /^(?!0000)\d{4}-/.test(moment);

/** Accepts any ISO 8601 date and time (Codat sends seven decimals, or no offset at all for UTC). */
export const instant = z.iso
  .datetime({ offset: true, local: true })
  .transform((text): Instant => toInstant(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`))
  .refine(isInRange, 'The year must be from 1 to 9999.');
