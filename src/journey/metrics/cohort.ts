import { z } from 'zod';
import { instant } from '../clock/instant-schema.ts';
import { STAGES } from '../stages.ts';

/** How the current journey of a customer stands. One who waits counts as snoozed. */
export const STANDINGS = ['moving', 'stuck', 'snoozed', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

const DAYS = 'Enter 1–90 whole days.';
const days = z.int(DAYS).min(1, DAYS).max(90, DAYS);
const stage = z.enum(STAGES);

/** From one instant, inclusive, to another, exclusive. */
const id = z.string().min(1).max(200).optional();
const period = { from: instant, to: instant, software: id, accountManagerId: id };
const first = z.strictObject({ ...period, kind: z.literal('first') });
/** First journeys, one for each customer, or the first one after a loss in the period. */
const begun = z.strictObject({
  ...period,
  kind: z.enum(['first', 'reconnect']),
  /** Of first journeys, each company’s by itself, instead of one for each parent with its subsidiaries. */
  each: z.literal('company').optional(),
});

/** A filter of customers by their journeys that began in a period. Each metric of journeys counts some of them. */
export const cohortFilter = z.discriminatedUnion('which', [
  begun.extend({ which: z.literal('counted') }),
  /** Those that may still connect. */
  begun.extend({ which: z.literal('open') }),
  /** Those closed as duplicates, or because the company isn’t a customer. */
  begun.extend({ which: z.literal('left_out') }),
  /** Those that connected within `days`. */
  begun.extend({ which: z.literal('connected'), days }),
  /** Of those, the ones with subsidiaries that may still connect. */
  begun.extend({ which: z.literal('partial'), days }),
  /** Those that began at least `days` ago. */
  begun.extend({ which: z.literal('ripe'), days }),
  /** Those whose approval was seen in the period, whenever they began. */
  first.extend({ which: z.literal('approved') }),
  /** Those that got to a stage. Of software, with that software, which is any that they tried. */
  first.extend({ which: z.literal('reached'), stage }),
  /** Of those, the ones that went no further and stand so now. */
  first.extend({ which: z.literal('stopped'), stage, standing: z.enum(STANDINGS) }),
]);
export type CohortFilter = z.output<typeof cohortFilter>;
