import { z } from '@hono/zod-openapi';
import { funnel } from '../../database/metrics/funnel.ts';
import { GROUPINGS } from '../../database/metrics/funnel-cohort.ts';
import { STAGES } from '../../journey/stages.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, rate, times } from './schemas.ts';

const funnelStage = z.object({
  stage: z.enum(STAGES).exclude(['created']),
  reached: count,
  /** Of them, those deleted since, who are in no list. */
  deleted: count,
  /** Null for the first stage. */
  fromPrevious: rate.nullable(),
  fromFirst: rate.nullable(),
  /** Those at this stage who may still go on, of those who reached it. */
  open: rate,
  /**
   * From the stage directly before, where that was observed, with those who haven’t gone on yet. Null for the first
   * stage and by software.
   */
  time: times.nullable(),
  /**
   * The status of those who went no further. `elsewhere` counts those who went on with other software, `earlier` journeys
   * whose customer has started another since, `deleted` those whose company was deleted.
   */
  stopped: z.object({
    moving: count,
    stuck: count,
    snoozed: count,
    closed: count,
    elsewhere: count,
    earlier: count,
    deleted: count,
  }),
});
export type FunnelStage = z.output<typeof funnelStage>;

const stages = z.object({ sample: count, stages: z.array(funnelStage) });

export const funnelMetric = metric({
  definition:
    'First journeys started in this period, by furthest stage reached so far: recent ones may still go further. ' +
    'A parent counts once, with the subsidiary that got furthest. ' +
    'Reconnections, duplicates and companies that aren’t customers don’t count. ' +
    'A journey starts when the first link is sent, or at the customer’s first action if earlier. ' +
    'Times are from the stage directly before, where we observed both, by Kaplan-Meier, with those who haven’t gone on yet. ' +
    'By software, companies count for all they tried, from the moment they selected it.',
  query: byCustomers.extend({ by: z.enum(GROUPINGS).optional() }),
  answer: answerOfPeriod.extend({
    ...stages.shape,
    /** Journeys closed as duplicates, or because the company isn’t a customer. */
    leftOut: count,
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
