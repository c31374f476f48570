import { z } from '@hono/zod-openapi';
import { managers } from '../../database/metrics/comparisons/managers.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerOfPeriod, count, difference, estimate, period, rate } from './schemas.ts';

const portfolio = z.object({
  /** Customers invited in the period. */
  of: count,
  /** How many connected within the number of days, of those invited at least that long ago. */
  raw: rate,
  /** Those who may still connect, whenever they were invited. */
  open: count,
  /** Of those counted in `raw`, those deleted since, who are in no list. */
  deleted: count,
  /** Journeys closed as duplicates, or because the company isn’t a customer. In none of the other counts. */
  leftOut: count,
});

const managerNumbers = portfolio.extend({
  /** Null for customers without an account manager. */
  id: z.string().nullable(),
  /** Null for somebody unknown, too. */
  name: z.string().nullable(),
  /** The share with the mix of software of all. Null if nobody was invited long enough ago. */
  standardized: estimate,
  /** From the rest of the team, both standardized. Null if there is no rest. */
  difference: difference.nullable(),
  /** Whether the difference can hardly be chance. */
  clear: z.boolean(),
});
export type ManagerNumbers = z.output<typeof managerNumbers>;

export const managersMetric = metric({
  definition:
    'Unadjusted: share of an account manager’s customers who approved within the set number of days, of those invited in this period and at least that long ago. ' +
    'Adjusted: what that share would be if their customers used the same mix of software as all customers you can see, as some software is harder to connect (direct standardization, with a 95% confidence interval). ' +
    'Where an account manager has few customers with some software, we assume that they do as much better or worse with it as with software of the same complexity, and failing that, as with all software. ' +
    'How many customers chose their software at all counts as the account manager’s own. ' +
    '“Clear”: the 95% interval of the difference from all others excludes 0, allowing for the number of account managers compared (Benjamini-Hochberg at 5%), and at least 20 customers on each side. ' +
    'Each company counts by itself, subsidiaries too. Sorted by name: most differences are chance.',
  query: byCustomers.omit({ accountManagerId: true }),
  answer: answerOfPeriod.extend({
    days: count,
    /** The part of the period that is at least `days` ago. It ends before it starts if nothing is. */
    ripe: period,
    all: portfolio,
    /** By name. */
    managers: z.array(managerNumbers),
  }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    return { period: scope.period, ...(await managers(database, scope)) };
  },
});
export type ManagersAnswer = z.output<typeof managersMetric.answer>;
