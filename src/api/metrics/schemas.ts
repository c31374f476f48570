import { z } from '@hono/zod-openapi';
import { instant } from '../../journey/clock/instant-schema.ts';

export const count = z.int().min(0);
export const hours = z.number().min(0).nullable();
export const period = z.object({ from: instant, to: instant });

const share = z.number().min(0).max(1);
const points = z.number();

/** The difference of two shares with its 95% confidence interval. */
export const difference = z.object({ share: points, low: points, high: points });

/** A share of a whole with its 95% confidence interval. Both are null when the whole is 0; below 5 it is too few for a rate. */
export const rate = z.object({
  count,
  of: count,
  rate: share.nullable(),
  interval: z.object({ low: share, high: share }).nullable(),
  tooFew: z.boolean(),
});

/** An estimated share with its 95% confidence interval. Of none, it is null, and may be anything from 0 to 1. */
export const estimate = z.object({ share: share.nullable(), low: share, high: share });

/** The share of a cohort that connected within `days`, by Kaplan-Meier, and the counts behind it. */
export const conversion = estimate.extend({
  days: count,
  of: count,
  /** Of them, connected within `days`. */
  connected: count,
  /** Of the connected, those with other companies that may still connect. */
  partial: count,
  /** Of them, those who began at least `days` ago. Until all are, the share rests on those who have been watched as long. */
  ripe: count,
  /** Of them, those who may still connect: neither connected nor closed nor deleted. */
  open: count,
  /** Journeys closed as duplicates, or because the company isn’t a customer. In none of the other counts. */
  leftOut: count,
  /** How many of each were deleted since: they are counted, but in no list. */
  deleted: z.object({ of: count, connected: count, ripe: count, leftOut: count }),
  /** The same share at other ages. */
  at: z.array(estimate.extend({ days: count, ripe: count })),
});

/** Compared with the period before: clear only if the difference’s interval excludes 0 and each has at least 20 ripe. */
export const comparedConversion = conversion.extend({
  previous: conversion,
  difference: difference.nullable(),
  clear: z.boolean(),
});

/** A time by which a part of a cohort got there, with its 95% confidence interval. Null where it isn’t reached yet. */
const hoursBy = z.object({ hours, low: hours, high: hours });
export const times = z.object({ median: hoursBy, p90: hoursBy, of: count });
export const comparedTimes = times.extend({ previous: times, clear: z.boolean() });

/** `deleted` are counted, but in no list. */
export const comparedCount = z.object({
  count,
  deleted: count,
  previous: count,
  clear: z.boolean(),
});

/** Software that fails for more customers than usual: who failed since it began, of those who failed or approved. */
export const incident = z.object({
  id: z.string(),
  startedAt: instant,
  usualShare: share,
  evidence: z.object({
    failed: count,
    of: count,
    /** Of those who failed, as many were deleted. They are in no list. */
    deleted: count,
    /** Customers closed as a duplicate or not our customer. */
    leftOut: count,
    /** The 95% confidence interval. Null if nobody failed or approved. */
    interval: z.object({ low: share, high: share }).nullable(),
  }),
});

/** The part of an ISO 8601 week, such as `2026-W47`, that lies in the period. */
export const week = z.object({ week: z.string(), from: instant, to: instant });

/** What every answer states about itself. */
export const answerNow = z.object({ computedAt: instant, definition: z.string() });

/** The same, for numbers of a period. */
export const answerOfPeriod = answerNow.extend({ period });
