import { z } from '@hono/zod-openapi';
import { overview } from '../../database/metrics/overview.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { STUCK_REASONS } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import {
  answerOfPeriod,
  comparedConversion,
  comparedCount,
  comparedTimes,
  count,
  incident,
  period,
} from './schemas.ts';

const stuckByReason = z.object({
  stuckReason: z.enum(STUCK_REASONS),
  /** Why the attempt failed, when a failure is what keeps the customer stuck. */
  failureReason: z.enum(FAILURE_REASONS).nullable(),
  count,
});

export const overviewMetric = metric({
  definition:
    'Conversion: share of customers invited in this period who approved within the set number of days, estimated by Kaplan-Meier with a 95% confidence interval. ' +
    'Customers invited more recently count for as long as they’ve had. Customers whose case was closed count as not connected, but duplicates and companies that aren’t customers are left out. ' +
    'A change is clear if the 95% interval of the difference excludes 0 and at least 20 customers in each period were invited that long ago. ' +
    'Time to connect: from invitation to approval, by Kaplan-Meier, with those who haven’t connected yet. ' +
    'New connections: customers who first approved in this period. ' +
    'Lost: customers who were disconnected in this period. Won back: share of them reconnected within 14 days. ' +
    'Connected now, stuck and incidents are as of now.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    previous: period,
    stuckNow: z.object({ count }),
    conversion: comparedConversion,
    timeToConnect: comparedTimes,
    newConnections: comparedCount,
    connectedNow: z.object({ count }),
    lost: comparedCount,
    wonBack: comparedConversion,
    stuckByReason: z.array(stuckByReason),
    incidents: z.array(incident.extend({ software: z.string(), name: z.string() })),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await overview(database, scope)) };
  },
});
export type OverviewAnswer = z.output<typeof overviewMetric.answer>;
