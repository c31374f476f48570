import { z } from '@hono/zod-openapi';
import { GROUPINGS } from '../../database/metrics/funnel.ts';
import type { Scope } from '../../database/metrics/scope.ts';
import { type Instant, instant } from '../../journey/instant.ts';
import { periodFault, periodOf } from '../../journey/metrics/period.ts';
import { Problem } from '../http/problem.ts';

const id = z
  .string()
  .min(1, 'Leave it out to ask for all.')
  .refine((value) => !value.includes('\0'), 'A NUL character is in no id.')
  .optional();
const period = {
  from: instant.optional().openapi({ description: '28 days before `to`, unless said' }),
  to: instant.optional().openapi({ description: 'now, unless said; not part of the period' }),
};

export const ofManager = z.strictObject({ ...period, accountManagerId: id });
export const ofCustomers = ofManager.extend({ software: id });
export const brokenDown = ofCustomers.extend({ by: z.enum(GROUPINGS).optional() });

type Query = z.output<typeof ofManager> & { software?: string | undefined };

/**
 * What numbers a query asks for.
 * @throws Problem 400 naming the parameter by which its period can't be used
 */
export const scopeOf = ({ from, to, software, accountManagerId }: Query, now: Instant): Scope => {
  const period = periodOf({ ...(from && { from }), ...(to && { to }) }, now);
  const fault = periodFault(period);
  if (fault) {
    const [sentence] = Object.entries(fault).map(
      ([name, what]) => `The parameter ${name} ${what}.`,
    );
    throw new Problem(400, sentence ?? '', { errors: fault });
  }
  return { period, now, software, accountManagerId };
};
