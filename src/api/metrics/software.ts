import { z } from '@hono/zod-openapi';
import { softwareRates } from '../../database/metrics/software/software.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { metric } from './metric.ts';
import { byManager, scopeOf } from './query.ts';
import { answerOfPeriod, count, hours, incident, rate } from './schemas.ts';

const share = z.number().min(0).max(1).nullable();

/** Each customer once. Those who were deleted since are counted, but in no list. */
const ofCustomers = rate.extend({ deleted: z.object({ count, of: count }) });

const softwareNumbers = z.object({
  id: z.string(),
  name: z.string(),
  /** Customers whose first attempt ended in the period, and those of them whose failed, with the 95% interval. */
  customers: z.object({
    failedFirst: count,
    of: count,
    low: share,
    high: share,
    tooFew: z.boolean(),
    deleted: z.object({ failedFirst: count, of: count }),
  }),
  /** Customers whose first attempt began in the period, and the estimated share that never connects within some days. */
  notConnected: z.object({
    days: z.int().min(1),
    share,
    low: share,
    high: share,
    /** From the first attempt to approval. Null if more than half haven’t connected, or too few began long enough ago. */
    medianHours: hours,
    of: count,
    /** Not connected so far. */
    open: count,
    /** Began at least that many days ago. */
    ripe: count,
    tooFew: z.boolean(),
    deleted: z.object({ of: count, open: count }),
  }),
  /** Customers with an attempt without activity for a week, of those with an attempt that ended in the period. */
  gaveUp: ofCustomers,
  /** Failures that are ours, Codat’s or the vendor’s. */
  notTheirs: z.object({ count, deleted: count, attempts: count }),
  /** Customers whose journey is closed as a duplicate or not our customer. Nothing else counts them. */
  leftOut: z.object({ count, deleted: count }),
  // Attempts.
  failed: count,
  authorized: count,
  abandoned: count,
  failure: rate,
  abandonment: rate,
  /** Customers connecting it now, whatever the period. */
  inProgress: count,
  /** The failure reason of most customers. */
  topReason: z.enum(FAILURE_REASONS).nullable(),
  /** All weeks of the period; `ended` counts the attempts that failed or were approved. */
  weeks: z.array(
    z.object({
      week: z.string(),
      failed: count,
      ended: count,
      customers: z.object({ failedFirst: count, of: count }),
    }),
  ),
  incident: incident.nullable(),
});
export type SoftwareNumbers = z.output<typeof softwareNumbers>;

export const softwareMetric = metric({
  definition:
    'First attempt failed: customers whose first attempt with the software ended in this period and failed, of those whose first attempt ended in it, failed or approved. ' +
    'A customer counts once, however often they try, with a 95% Wilson interval. ' +
    'Attempts that failed because the link had expired, the software isn’t supported or had an error are ours, Codat’s or the vendor’s failures. They don’t count, and neither do attempts without activity for 7 days: the customer’s next attempt is then their first. ' +
    'Not connected: the share of customers whose first attempt began in this period who never connect the software within the days set for conversion (14 at first), by the Kaplan-Meier estimate with a 95% interval. Those who began more recently count as far as they got. ' +
    'Gave up: customers with an attempt without activity for 7 days, of those with an attempt that ended in this period. ' +
    'Ranked by the lower bound of the interval of first attempts, so small samples don’t top the list. ' +
    'Customers closed as a duplicate or not our customer are left out.',
  query: byManager,
  answer: answerOfPeriod.extend({ software: z.array(softwareNumbers) }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, software: await softwareRates(database, scope) };
  },
});
export type SoftwareAnswer = z.output<typeof softwareMetric.answer>;
