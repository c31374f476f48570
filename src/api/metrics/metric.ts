import type { z } from '@hono/zod-openapi';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/metrics/scope.ts';

/** When the numbers are asked for, by which settings of the team, and which customers the person who asks may see. */
export type Asked = Pick<Scope, 'now' | 'timeZone' | 'conversionDays' | 'portfolio'>;

type Declaration<Query extends z.ZodObject, Answer extends z.ZodObject> = {
  /** What the numbers mean, for people who read them. */
  definition: string;
  query: Query;
  answer: Answer;
  /** @throws Problem 400 for a query that can't be answered */
  compute: (
    database: Database,
    query: z.output<Query>,
    asked: Asked,
  ) => Promise<Omit<z.output<Answer>, 'computedAt' | 'definition'>>;
};

/** Declares a metric: its parameters, its answer, what that means and how it is computed. */
export const metric = <Query extends z.ZodObject, Answer extends z.ZodObject>({
  compute,
  ...metric
}: Declaration<Query, Answer>) => ({
  ...metric,
  /** Parses the validated query again, because its type is lost in the loop over all metrics. */
  compute: (database: Database, query: unknown, asked: Asked) =>
    compute(database, metric.query.parse(query), asked),
});
