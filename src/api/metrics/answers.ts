import { z } from '@hono/zod-openapi';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { instant } from '../../journey/instant.ts';
import { STAGES } from '../../journey/stages.ts';
import { PRIORITIES, STUCK_REASONS } from '../../journey/stuck.ts';

const count = z.int().min(0);
const hours = z.number().min(0).nullable();
const share = z.number().min(0).max(1);
const period = z.object({ from: instant, to: instant });

/** A share of a whole with its 95 % interval; both null of nothing at all, and too few to go by below five. */
export const rate = z.object({
  count,
  of: count,
  rate: share.nullable(),
  interval: z.object({ low: share, high: share }).nullable(),
  tooFew: z.boolean(),
});
export type Rate = z.output<typeof rate>;

/** Hours at the middle of a sample; null where the sample is empty. */
const medianHours = z.object({ median: hours, sample: count });

/** What every answer says of itself. */
const asOfNow = z.object({ computedAt: instant, definition: z.string() });
const about = asOfNow.extend({ period });

/** A software that fails more than usual: `ended` are the tries that failed or were authorized in the window. */
const spike = z.object({
  window: z.enum(['24h', '7d']),
  failed: count,
  ended: count,
  usual: rate,
});

const stuckByReason = z.object({
  stuckReason: z.enum(STUCK_REASONS),
  /** Why the attempt failed, where a failure is what keeps them. */
  failureReason: z.enum(FAILURE_REASONS).nullable(),
  count,
});

export const overviewAnswer = about.extend({
  previous: period,
  stuckNow: z.object({ count }),
  connected: z.object({ count, previous: count }),
  conversion: z.object({ now: rate, previous: rate }),
  hoursToConnect: medianHours.extend({ previous: medianHours }),
  stuckByReason: z.array(stuckByReason),
  spikes: z.array(spike.extend({ software: z.string(), name: z.string() })),
});
export type OverviewAnswer = z.output<typeof overviewAnswer>;

const funnelStage = z.object({
  stage: z.enum(STAGES).exclude(['created']),
  reached: count,
  /** Null for the first stage. */
  fromPrevious: rate.nullable(),
  fromFirst: rate.nullable(),
  /** From the stage observed before it; null for the first stage, and where none was timed. */
  medianHours: hours,
  p90Hours: hours,
  /** How many journeys both times are known of. */
  timed: count,
  /** Where those stand who went no further; `earlier` are journeys whose customer has begun another since. */
  stopped: z.object({ moving: count, stuck: count, closed: count, earlier: count }),
});
const funnel = z.object({ sample: count, stages: z.array(funnelStage) });

export const funnelAnswer = about.extend({
  ...funnel.shape,
  /** Null unless asked for with `by`; the id is null for those without software, or without account manager. */
  groups: z
    .array(funnel.extend({ id: z.string().nullable(), name: z.string().nullable() }))
    .nullable(),
});
export type FunnelAnswer = z.output<typeof funnelAnswer>;

export const softwareAnswer = about.extend({
  software: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      failed: count,
      authorized: count,
      abandoned: count,
      failure: rate,
      abandonment: rate,
      hoursToConnect: medianHours,
      /** Customers on their way with it now, whatever the period. */
      inProgress: count,
      topReason: z.enum(FAILURE_REASONS).nullable(),
      /** All weeks of the period; `ended` are the tries that failed or were authorized. */
      weeks: z.array(z.object({ week: z.string(), failed: count, ended: count })),
      spike: spike.nullable(),
    }),
  ),
});
export type SoftwareAnswer = z.output<typeof softwareAnswer>;

const week = z.object({
  /** ISO 8601, such as `2026-W47`. */
  week: z.string(),
  /** The part of the week that lies in the period. */
  from: instant,
  to: instant,
});

export const weeklyAnswer = about.extend({
  weeks: z.array(week.extend({ begun: count, completed: rate })),
});
export type WeeklyAnswer = z.output<typeof weeklyAnswer>;

export const reasonsAnswer = about.extend({
  weeks: z.array(
    week.extend({ reasons: z.array(z.object({ failureReason: z.enum(FAILURE_REASONS), count })) }),
  ),
});
export type ReasonsAnswer = z.output<typeof reasonsAnswer>;

export const queueAnswer = asOfNow.extend({
  groups: z.array(
    z.object({
      priority: z.enum(PRIORITIES),
      stage: z.enum(STAGES),
      software: z.string().nullable(),
      softwareName: z.string().nullable(),
      count,
    }),
  ),
});
export type QueueAnswer = z.output<typeof queueAnswer>;
