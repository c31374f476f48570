import { z } from '@hono/zod-openapi';
import { softwareRates } from '../../database/metrics/software.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { metric } from './metric.ts';
import { byManager, scopeOf } from './query.ts';
import { answerOfPeriod, count, incident, medianHours, rate } from './schemas.ts';

const softwareNumbers = z.object({
  id: z.string(),
  name: z.string(),
  failed: count,
  authorized: count,
  abandoned: count,
  failure: rate,
  abandonment: rate,
  hoursToConnect: medianHours,
  /** Customers connecting it now, whatever the period. */
  inProgress: count,
  topReason: z.enum(FAILURE_REASONS).nullable(),
  /** All weeks of the period; `ended` counts the attempts that failed or were approved. */
  weeks: z.array(z.object({ week: z.string(), failed: count, ended: count })),
  incident: incident.nullable(),
});
export type SoftwareNumbers = z.output<typeof softwareNumbers>;

export const softwareMetric = metric({
  definition:
    'Failure rate: failed ÷ (failed + approved). ' +
    'Abandonment: attempts with no activity for 7 days ÷ all finished attempts. ' +
    'Attempts count in the period they ended. ' +
    'Ranked by the lower bound of the 95% Wilson interval, so small samples don’t top the list.',
  query: byManager,
  answer: answerOfPeriod.extend({ software: z.array(softwareNumbers) }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, software: await softwareRates(database, scope) };
  },
});
export type SoftwareAnswer = z.output<typeof softwareMetric.answer>;
