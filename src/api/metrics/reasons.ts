import { z } from '@hono/zod-openapi';
import { reasons } from '../../database/metrics/reasons.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, week } from './schemas.ts';

const reasonsWeek = week.extend({
  reasons: z.array(z.object({ failureReason: z.enum(FAILURE_REASONS), count })),
});
export type ReasonsWeek = z.output<typeof reasonsWeek>;

export const reasonsMetric = metric({
  definition: 'Failed attempts by reason and ISO week. Corrected reasons are used where available.',
  query: byCustomers,
  answer: answerOfPeriod.extend({ weeks: z.array(reasonsWeek) }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, weeks: await reasons(database, scope) };
  },
});
export type ReasonsAnswer = z.output<typeof reasonsMetric.answer>;
