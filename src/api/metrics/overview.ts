import { z } from '@hono/zod-openapi';
import { overview } from '../../database/metrics/overview.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { STUCK_REASONS } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, medianHours, period, rate, spike } from './schemas.ts';

const stuckByReason = z.object({
  stuckReason: z.enum(STUCK_REASONS),
  /** Why the attempt failed, when a failure is what keeps the customer stuck. */
  failureReason: z.enum(FAILURE_REASONS).nullable(),
  count,
});

export const overviewMetric = metric({
  definition:
    'Connected: customers who approved their first connection in this period. Reconnections don’t count. ' +
    'Conversion: share of customers invited in this period who have approved so far. Recent ones may still convert, so it isn’t compared with an earlier period. ' +
    'Time to connect: from invitation to approval. ' +
    'Stuck and incidents are as of now.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    previous: period,
    stuckNow: z.object({ count }),
    /** `deleted` are counted, but in no list. */
    connected: z.object({ count, deleted: count, previous: count }),
    conversion: z.object({ now: rate, previous: rate }),
    hoursToConnect: medianHours.extend({ previous: medianHours }),
    stuckByReason: z.array(stuckByReason),
    spikes: z.array(spike.extend({ software: z.string(), name: z.string() })),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await overview(database, scope)) };
  },
});
export type OverviewAnswer = z.output<typeof overviewMetric.answer>;
