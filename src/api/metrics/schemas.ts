import { z } from '@hono/zod-openapi';
import { instant } from '../../journey/instant.ts';

export const count = z.int().min(0);
export const hours = z.number().min(0).nullable();
export const period = z.object({ from: instant, to: instant });

const share = z.number().min(0).max(1);

/** A share of a whole with its 95% confidence interval. Both are null when the whole is 0; below 5 it is too few for a rate. */
export const rate = z.object({
  count,
  of: count,
  rate: share.nullable(),
  interval: z.object({ low: share, high: share }).nullable(),
  tooFew: z.boolean(),
});

/** The median hours of a sample; null when the sample is empty. */
export const medianHours = z.object({ median: hours, sample: count });

/** Software that fails more than usual: `ended` counts the attempts in the window that failed or were approved. */
export const spike = z.object({
  window: z.enum(['24h', '7d']),
  failed: count,
  ended: count,
  usual: rate,
});

/** The part of an ISO 8601 week, such as `2026-W47`, that lies in the period. */
export const week = z.object({ week: z.string(), from: instant, to: instant });

/** What every answer states about itself. */
export const answerNow = z.object({ computedAt: instant, definition: z.string() });

/** The same, for numbers of a period. */
export const answerOfPeriod = answerNow.extend({ period });
