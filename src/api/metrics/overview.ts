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

const NUMBERS = [
  'conversion',
  'timeToConnect',
  'newConnections',
  'connectedNow',
  'lost',
  'wonBack',
  'stuckNow',
] as const;

/** What each number means, which stands beside it. */
const DEFINITIONS: Record<(typeof NUMBERS)[number], string> = {
  conversion:
    'Share of customers invited in this period who approved within the set number of days, estimated by Kaplan-Meier with Greenwood’s 95% confidence interval. ' +
    'Customers invited more recently count for as long as they’ve had. Customers whose case was closed count as not connected, but duplicates and companies that aren’t customers are left out. ' +
    'A parent counts once with its subsidiaries: connected with the first of them, and partial while others may still connect. ' +
    'A change is clear if the 95% interval of the difference excludes 0 and at least 20 customers in each period were invited that long ago.',
  timeToConnect:
    'From invitation to approval: when half of the customers invited in this period have connected, by Kaplan-Meier, which counts those who haven’t connected yet for as long as they’ve had.',
  newConnections:
    'Customers who first approved in this period. Reconnections don’t count, so this never changes afterwards.',
  connectedNow: 'Customers whose connection is in place now, whenever they approved.',
  lost: 'Customers who were disconnected in this period.',
  wonBack:
    'Of the customers who were disconnected in this period, the share who reconnected within 14 days, by Kaplan-Meier: those lost more recently count for as long as they’ve had.',
  stuckNow: 'Customers who are stuck now, except those who are snoozed or waiting.',
};

export const overviewMetric = metric({
  definition:
    'The key numbers of the period, with those of the previous one. `definitions` says what each means.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    definitions: z.record(z.enum(NUMBERS), z.string()),
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
    const numbers = await overview(database, scope);
    return { period: scope.period, definitions: DEFINITIONS, ...numbers };
  },
});
export type OverviewAnswer = z.output<typeof overviewMetric.answer>;
