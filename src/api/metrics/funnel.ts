import { z } from '@hono/zod-openapi';
import { funnel, GROUPINGS } from '../../database/metrics/funnel.ts';
import { STAGES } from '../../journey/stages.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, hours, rate } from './schemas.ts';

const funnelStage = z.object({
  stage: z.enum(STAGES).exclude(['created']),
  reached: count,
  /** Null for the first stage. */
  fromPrevious: rate.nullable(),
  fromFirst: rate.nullable(),
  /** From the stage observed before it; null for the first stage, and when none was timed. */
  medianHours: hours,
  p90Hours: hours,
  /** The number of journeys with both times known. */
  timed: count,
  /**
   * The status of those who went no further; `earlier` counts journeys whose customer has started another since,
   * `deleted` those whose company was deleted.
   */
  stopped: z.object({
    moving: count,
    stuck: count,
    snoozed: count,
    closed: count,
    earlier: count,
    deleted: count,
  }),
});
export type FunnelStage = z.output<typeof funnelStage>;

const stages = z.object({ sample: count, stages: z.array(funnelStage) });

export const funnelMetric = metric({
  definition:
    'First journeys started in this period, by furthest stage reached. Reconnections don’t count. ' +
    'A journey starts when the first link is sent, or at the customer’s first action if earlier. ' +
    'Times are measured between stages we observed.',
  query: byCustomers.extend({ by: z.enum(GROUPINGS).optional() }),
  answer: answerOfPeriod.extend({
    ...stages.shape,
    /** Null without `by`; the id is null for journeys without software or account manager. */
    groups: z
      .array(stages.extend({ id: z.string().nullable(), name: z.string().nullable() }))
      .nullable(),
  }),
  compute: async (database, { by, ...query }, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await funnel(database, scope, by ?? null)) };
  },
});
export type FunnelAnswer = z.output<typeof funnelMetric.answer>;
