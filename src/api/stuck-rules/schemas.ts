import { z } from '@hono/zod-openapi';
import { count, hours } from '../metrics/schemas.ts';

const bounds = z.object({ low: hours, high: hours });

/** How long journeys take to go on, in hours, by Kaplan-Meier: those who haven’t yet count for as long as they were watched. */
export const observed = z.object({
  /** Null if too few went on, or if more than this part never does. */
  median: hours,
  p90: hours,
  medianInterval: bounds,
  p90Interval: bounds,
  of: count,
  open: count,
  tooFew: z.boolean(),
  enough: count,
});

const concerned = z.object({ count, ids: z.array(z.string()) });

/** What a change would do, with the ids of some of the customers concerned. */
export const stuckPreview = z.object({
  stuckNow: count,
  stuckThen: count,
  more: concerned,
  fewer: concerned,
});
export type StuckPreviewRecord = z.output<typeof stuckPreview>;

export const rulePreview = stuckPreview.extend({
  observed,
  observedOnPremise: observed.nullable(),
  byComplexity: z.object({ simple: observed, moderate: observed, complex: observed }).nullable(),
  bySoftware: z.array(z.object({ software: z.string(), observed })),
});
export type RulePreviewRecord = z.output<typeof rulePreview>;
export type ObservedRecord = z.output<typeof observed>;

/** How far the last change of thresholds has reached customers. */
export const recalculation = z.object({
  finished: z.boolean(),
  /** The share done, from 0 to 1. */
  done: z.number().min(0).max(1),
});
