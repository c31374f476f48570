/** What is said of each answer's numbers, beside them. The formulas are with what computes them. */
export const DEFINITIONS = {
  overview:
    'Connected are customers whose latest connection was approved in the period; conversion is the share of journeys first invited in the period that reached approval so far, so that recent ones may still get there. ' +
    'The time to connect runs from the invitation to the approval; who is stuck, and which software fails more than usual, is as of now.',
  funnel:
    'Journeys that entered in the period, by the furthest stage they reached so far; a journey enters with the first link sent, or with the first sign of the customer before that. ' +
    'Times run from the stage observed before; stages that were only implied take no part in them.',
  software:
    'Failure rate: failed tries of those that failed or were authorized; abandonment: tries without a sign for seven days, of all that ended. ' +
    'A try counts in the period in which it ended; software is ranked by the lower bound of the 95 % Wilson interval.',
  reasons:
    'Why tries failed, by the ISO week (UTC) in which they did; where an agent corrected a reason, the corrected one counts.',
  weekly: 'Of the journeys that entered in an ISO week (UTC), the share completed so far.',
  queue: 'The customers who are stuck as of now, by all that the queue can be narrowed by.',
} as const;
