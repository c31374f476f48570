import { z } from '@hono/zod-openapi';
import { weekly } from '../../database/metrics/weekly.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, rate, week } from './schemas.ts';

export const weeklyMetric = metric({
  definition: 'Share of first journeys started in each ISO week that have finished so far.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    weeks: z.array(week.extend({ begun: count, completed: rate })),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, weeks: await weekly(database, scope) };
  },
});
export type WeeklyAnswer = z.output<typeof weeklyMetric.answer>;
