import { z } from 'zod';
import { type Instant, toInstant } from './instant.ts';

/** Accepts any ISO 8601 date and time (Codat sends seven decimals, or no offset at all for UTC). */
export const instant = z.iso
  .datetime({ offset: true, local: true })
  .transform((text): Instant => toInstant(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`));
