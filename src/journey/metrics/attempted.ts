import { z } from 'zod';
import { instant } from '../clock/instant-schema.ts';
import { FAILURE_REASONS } from '../failure-reasons.ts';

/** What customers did with software in a period. Each metric of software counts some of them. */
export const ATTEMPTED = [
  /** Their first attempt ended, without those that failed for a reason that isn’t theirs. */
  'ended_first',
  /** The same, and it failed. */
  'failed_first',
  /** They began their first attempt. */
  'started',
  /** The same, and none was approved so far. */
  'not_connected',
  /** An attempt ended. */
  'ended',
  /** An attempt failed. */
  'failed',
  /** An attempt saw no activity for a week. */
  'gave_up',
  /** An attempt ended, but their journey was closed as a duplicate or not our customer. */
  'left_out',
] as const;

/** A filter of customers by what they did with software, from one instant, inclusive, to another, exclusive. */
export const attemptedFilter = z.strictObject({
  software: z.string().min(1).max(200),
  which: z.enum(ATTEMPTED),
  from: instant,
  to: instant,
  /** Of those who failed: only for one of these. */
  reasons: z.array(z.enum(FAILURE_REASONS)).min(1).max(FAILURE_REASONS.length).optional(),
});
export type Attempted = z.output<typeof attemptedFilter>;
