import type { Customer, Software } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { nextAction } from '../../journey/next-action.ts';
import { NEXT, type NewEmails } from './bodies.ts';
import type { Choice } from './plan.ts';

const NO_ACTION = 'No action needed: closed, waiting or on track.';

/** The email a customer gets: the requested or the recommended one. `instead` says why there is none. */
export const choose = (
  template: NewEmails['template'],
  customer: Customer,
  software: Software | null,
  now: Instant,
): Choice | { instead: string } => {
  if (template !== NEXT) return { template };
  const action = nextAction(customer, software, now);
  if (action?.kind === 'send') return { template: action.template, to: action.to };
  return { instead: action?.because ?? NO_ACTION };
};
