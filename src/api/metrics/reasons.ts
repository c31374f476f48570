import { z } from '@hono/zod-openapi';
import { reasons } from '../../database/metrics/software/reasons.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, week } from './schemas.ts';

const failures = z.object({
  failureReason: z.enum(FAILURE_REASONS),
  /** Attempts. */
  count,
  /** Each customer once for a reason, in the week in which an attempt first failed for it. */
  customers: count,
});

const reasonsWeek = week.extend({ reasons: z.array(failures) });
export type ReasonsWeek = z.output<typeof reasonsWeek>;

export const reasonsMetric = metric({
  definition:
    'Why attempts that ended in this period failed. ' +
    'A customer counts once for each reason, in the ISO week in which an attempt first failed for it. Attempts are counted by the week they ended. ' +
    'Corrected reasons are used where available. ' +
    'Customers closed as a duplicate or not our customer are left out.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    /** Of the whole period. `deleted` customers are counted, but in no list. */
    reasons: z.array(failures.extend({ deleted: count })),
    weeks: z.array(reasonsWeek),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await reasons(database, scope)) };
  },
});
export type ReasonsAnswer = z.output<typeof reasonsMetric.answer>;
