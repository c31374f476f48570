import { z } from '@hono/zod-openapi';
import type { Scope } from '../../database/metrics/scope.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { CALENDAR_UNITS } from '../../journey/metrics/calendar.ts';
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
    .openapi({ description: 'Start, inclusive. The first of 28 days up to `to` if omitted.' }),
  to: instant.optional().openapi({ description: 'End, exclusive. Now if omitted.' }),
  unit: z.enum(CALENDAR_UNITS).optional().openapi({
    description:
      'What starts at `from`. Then the period is compared with the day, week, month or quarter before, not with one of the same length.',
  }),
};

export const bySoftware = z.strictObject({ ...period, software: id });
export const byManager = z.strictObject({ ...period, accountManagerId: id });
export const byCustomers = byManager.extend({ software: id });

type ScopeQuery = Partial<z.output<typeof byCustomers>>;

/**
 * The period and the customers that a query asks about.
 * @throws Problem 400 that names the parameter at fault when the period can't be used
 */
export const scopeOf = (query: ScopeQuery, asked: Asked): Scope => {
  const { from, to, unit, software, accountManagerId } = query;
  const period = periodOf({ ...(from && { from }), ...(to && { to }) }, asked);
  const fault = periodFault(period);
  if (fault) {
    const [sentence] = Object.entries(fault).map(
      ([name, what]) => `The parameter ${name} ${what}.`,
    );
    throw new Problem(400, sentence ?? '', { errors: fault });
  }
  return { period, ...asked, unit, software, accountManagerId };
};
