import { z } from '@hono/zod-openapi';
import { curve } from '../../database/metrics/curve.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, estimate, period } from './schemas.ts';

const MAX_DAYS = 60;
const DEFAULT_DAYS = 30;
const DAYS = `Enter 1–${MAX_DAYS} whole days.`;

/** Null from the first day on that nobody is old enough for. */
const curveDay = estimate.extend({
  day: count,
  /** Customers invited at least that long ago who hadn’t connected before that day. */
  atRisk: count,
});
export type CurveDay = z.output<typeof curveDay>;

export const curveMetric = metric({
  definition:
    'Share of customers who have approved by each day since their invitation, for customers invited in this period and in the one before. ' +
    'Estimated by Kaplan-Meier, so that customers invited recently count for as long as they’ve had. ' +
    'Shaded area: 95% confidence interval.',
  query: byCustomers.extend({
    days: z.coerce
      .number<string>(DAYS)
      .int(DAYS)
      .min(1, DAYS)
      .max(MAX_DAYS, DAYS)
      .optional()
      .openapi({ description: `Up to which day. ${DEFAULT_DAYS} if omitted.` }),
  }),
  answer: answerOfPeriod.extend({
    /** From day 0, the day of the invitation. */
    days: z.array(curveDay),
    of: count,
    /** Journeys closed as duplicates, or because the company isn’t a customer. */
    leftOut: count,
    previous: z.array(curveDay),
    previousOf: count,
    previousPeriod: period,
  }),
  compute: async (database, { days = DEFAULT_DAYS, ...query }, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await curve(database, scope, days)) };
  },
});
export type CurveAnswer = z.output<typeof curveMetric.answer>;
