import { z } from '@hono/zod-openapi';
import { portfolio } from '../../database/metrics/portfolio/portfolio.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { STANDINGS } from '../../journey/metrics/cohort.ts';
import { STAGES } from '../../journey/stages.ts';
import { STUCK_REASONS } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { byManager, scopeOf } from './query.ts';
import { answerOfPeriod, count } from './schemas.ts';

const listed = z.object({
  id: z.string(),
  name: z.string(),
  software: z.string().nullable(),
  softwareName: z.string().nullable(),
  /** When it happened, or will if nothing does, and when it was over. */
  at: instant,
  overAt: instant.nullable(),
  /** By which rule the customer was, is or will be stuck. */
  reason: z.enum(STUCK_REASONS).nullable(),
  /** How the customer stands now. */
  stage: z.enum(STAGES),
  connected: z.boolean(),
  standing: z.enum(STANDINGS),
  failureReason: z.enum(FAILURE_REASONS).nullable(),
  /** The next best action, such as “Send link”. Null when nothing is to do now. */
  nextAction: z.string().nullable(),
});
export type ListedCustomer = z.output<typeof listed>;

/** `deleted` are counted, but in no list. `over` are those it is over for. The first 50 are named. */
const group = z.object({ count, deleted: count, over: count, customers: z.array(listed) });

const day = z.object({ day: z.string(), at: instant, count });

export const portfolioMetric = metric({
  definition:
    'Connected: first approvals in this period. ' +
    'Became stuck: customers whose time to move on ran out in this period, by the thresholds of that time. It lasts until they act, or are closed or deleted. Customers who acted again within a day don’t count. ' +
    'Lost: connections that ended in this period, some of them won back since. Mistakes, such as duplicates, don’t count. ' +
    'Went quiet: customers who had opened their link, weren’t connected, and had done nothing for 7 days at some time in this period. ' +
    'Slipped: any of these three. Each customer counts once. ' +
    'At risk: customers in progress who get stuck within 3 days unless something happens. ' +
    'Stuck now is compared with the start of the same day a week ago, as counted then by account manager.',
  query: byManager,
  answer: answerOfPeriod.extend({
    connected: group,
    slipped: z.object({ count, deleted: count }),
    /** `hidden` are those who are snoozed or waiting. The others are still stuck. */
    becameStuck: group.extend({ hidden: count }),
    lost: group,
    wentQuiet: group,
    atRisk: z.object({ count, until: instant, customers: z.array(listed) }),
    /** Kept daily, since `keptSince`. `weekAgo` is null if that day wasn’t counted. `days` are the last ones that were. */
    stuckNow: z.object({
      count,
      weekAgo: z.object({ count, at: instant }).nullable(),
      keptSince: z.string().nullable(),
      days: z.array(day),
    }),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await portfolio(database, scope)) };
  },
});
export type PortfolioAnswer = z.output<typeof portfolioMetric.answer>;
