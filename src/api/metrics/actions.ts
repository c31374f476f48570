import { z } from '@hono/zod-openapi';
import { actions, evidence } from '../../database/metrics/actions.ts';
import { ENOUGH, LANDMARK_DAYS, OUTCOME_DAYS } from '../../journey/metrics/landmark.ts';
import { COMPLEXITIES } from '../../journey/software-entry.ts';
import { ACTIONS } from '../../journey/spells/actions.ts';
import { PRIORITIES, STUCK_REASONS } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { byCustomers, scopeOf } from './query.ts';
import { answerNow, answerOfPeriod, count, rate } from './schemas.ts';

const part = z.object({ count, of: count });
const points = z.number().min(-1).max(1);

const comparedAction = z.object({
  action: z.enum(ACTIONS),
  /** Of customers with a like case on the other side. */
  taken: rate,
  notTaken: rate,
  tooFew: z.boolean(),
  /** The share that moved on with the action minus the share without it, like with like. Null if too few. */
  difference: z.object({ difference: points, low: points, high: points }).nullable(),
  strata: z.array(
    z.object({
      stuckReason: z.enum(STUCK_REASONS),
      complexity: z.enum(COMPLEXITIES),
      priority: z.enum(PRIORITIES),
      treated: part,
      untreated: part,
    }),
  ),
});
export type ComparedAction = z.output<typeof comparedAction>;

export const actionsMetric = metric({
  definition:
    'Looks at customers who were still stuck a number of days after they got stuck (the landmark, 24 hours by default), in this period. ' +
    'Compares those where the action had been taken by then with those where it hadn’t yet. ' +
    'Moved on: reached a further stage within 7 days of the landmark. Customers whose 7 days aren’t over are left for later. ' +
    'Like is compared with like: customers with the same reason for being stuck, complexity of software and priority. Those without a like case on the other side aren’t counted. ' +
    'The difference is that of Mantel-Haenszel with the 95% interval of Sato, in percentage points, shown from 30 customers on each side. ' +
    'Each customer counts once. Customers who weren’t invited yet, and journeys closed as duplicate or not our customer, don’t count.',
  query: byCustomers.extend({
    landmark: z
      .enum(LANDMARK_DAYS.map(String))
      .optional()
      .openapi({ description: 'Days after a customer got stuck. 1 if omitted.' }),
  }),
  answer: answerOfPeriod.extend({
    landmark: count,
    outcomeDays: count,
    /** With fewer on either side, there is no difference. */
    enough: count,
    sample: count,
    /** Still stuck at the landmark, but its 7 days aren’t over. */
    pending: count,
    /** Closed as duplicate or not our customer. */
    leftOut: count,
    actions: z.array(comparedAction),
  }),
  compute: async (database, { landmark = '1', ...query }, asked) => {
    const scope = scopeOf(query, asked);
    const days = Number(landmark);
    const compared = await actions(database, scope, days);
    return {
      period: scope.period,
      landmark: days,
      outcomeDays: OUTCOME_DAYS,
      enough: ENOUGH,
      ...compared,
    };
  },
});
export type ActionsAnswer = z.output<typeof actionsMetric.answer>;

export const evidenceMetric = metric({
  definition:
    'Of customers who were stuck for the same reason with software as complex, and where the action was taken within 24 hours: the share that reached a further stage within the 7 days after. ' +
    'Of the last 180 days, from 30 customers on.',
  query: z.strictObject({}),
  answer: answerNow.extend({
    evidence: z.array(
      z.object({
        action: z.enum(ACTIONS),
        stuckReason: z.enum(STUCK_REASONS),
        complexity: z.enum(COMPLEXITIES),
        moved: rate,
      }),
    ),
  }),
  compute: async (database, _, asked) => ({ evidence: await evidence(database, asked) }),
});
