import { z } from '@hono/zod-openapi';
import { weekly } from '../../database/metrics/weekly.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, conversion, week } from './schemas.ts';

const weekNumbers = conversion.omit({ at: true }).extend({
  ...week.shape,
  /** Whether everyone invited that week has had that long. Else the share is still changing. */
  complete: z.boolean(),
});

export const weeklyMetric = metric({
  definition:
    'Share of customers invited in each ISO week who approved within the set number of days, estimated by Kaplan-Meier. ' +
    'A week is complete once everyone invited in it has had that long. Before that, its share may still change.',
  query: byCustomers,
  answer: answerOfPeriod.extend({ weeks: z.array(weekNumbers) }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, weeks: await weekly(database, scope) };
  },
});
export type WeeklyAnswer = z.output<typeof weeklyMetric.answer>;
