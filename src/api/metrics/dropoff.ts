import { z } from '@hono/zod-openapi';
import { dropoff } from '../../database/metrics/comparisons/dropoff.ts';
import { ATTRIBUTES } from '../../journey/metrics/comparisons/attribute.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, period, rate } from './schemas.ts';

const ratio = z.number().min(0);

const association = z.object({
  name: z.enum(ATTRIBUTES),
  /** Null for customers who have none. */
  value: z.string().nullable(),
  /** The value as people know it. */
  label: z.string().nullable(),
  /** How many times the odds of connecting are with it, against without it, with the 95% confidence interval. */
  ratio,
  low: ratio,
  high: ratio,
  p: z.number().min(0).max(1),
  /** Whether only customers with the same software were compared. */
  adjusted: z.boolean(),
  /** How many connected, of those with it and of those without. */
  with: rate,
  without: rate,
});
export type Association = z.output<typeof association>;

export const dropoffMetric = metric({
  definition:
    'Odds ratio of approving within the set number of days, for customers with an attribute against those without it, among customers who have chosen their software and were invited in this period, at least that long ago. ' +
    'Compared only among customers with the same software (Mantel-Haenszel, with the 95% confidence interval by Robins, Breslow and Greenland), except for software and complexity themselves. ' +
    'Tested: attributes that at least 20 customers have and at least 20 don’t. ' +
    'Shown: those that hold up although so many were tested (Benjamini-Hochberg), so that about one in twenty of them is chance. ' +
    'An attribute goes with drop-off. That doesn’t say that it causes it. ' +
    'Each company counts by itself, subsidiaries too.',
  query: byCustomers,
  answer: answerOfPeriod.extend({
    days: count,
    /** The part of the period that is at least `days` ago. It ends before it starts if nothing is. */
    ripe: period,
    /** The customers compared, and how many of them connected. */
    all: z.object({ count, of: count }),
    tested: count,
    /** The lowest odds first. */
    found: z.array(association),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await dropoff(database, scope)) };
  },
});
export type DropoffAnswer = z.output<typeof dropoffMetric.answer>;
