import { z } from '@hono/zod-openapi';
import type { Scope } from '../../database/metrics/scope.ts';
import { instant } from '../../journey/instant.ts';
import { periodFault, periodOf } from '../../journey/metrics/period.ts';
import { Problem } from '../http/problem.ts';
import type { Asked } from './metric.ts';

const id = z
  .string()
  .min(1, 'Leave it out to get all.')
  .refine((value) => !value.includes('\0'), 'An ID can’t contain a NUL character.')
  .optional();
const period = {
  from: instant
    .optional()
    .openapi({ description: 'Start, inclusive. 28 days before `to` if omitted.' }),
  to: instant.optional().openapi({ description: 'End, exclusive. Now if omitted.' }),
};

export const byManager = z.strictObject({ ...period, accountManagerId: id });
export const byCustomers = byManager.extend({ software: id });

type ScopeQuery = z.output<typeof byManager> & { software?: string | undefined };

/**
 * The period and the customers that a query asks about.
 * @throws Problem 400 that names the parameter at fault when the period can't be used
 */
export const scopeOf = (query: ScopeQuery, { now, portfolio }: Asked): Scope => {
  const { from, to, software, accountManagerId } = query;
  const period = periodOf({ ...(from && { from }), ...(to && { to }) }, now);
  const fault = periodFault(period);
  if (fault) {
    const [sentence] = Object.entries(fault).map(
      ([name, what]) => `The parameter ${name} ${what}.`,
    );
    throw new Problem(400, sentence ?? '', { errors: fault });
  }
  return { period, now, software, accountManagerId, portfolio };
};
