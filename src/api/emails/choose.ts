import type { Customer, Software } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { nextAction } from '../../journey/next-action.ts';
import { NEXT, type NewEmails } from './bodies.ts';
import type { Choice } from './plan.ts';

const NOTHING_TO_DO = 'There is nothing to do: the journey is closed, or all is well.';

/** Which e-mail a customer gets: the one asked for, or the one that helps best; `instead` says why it is none. */
export const choose = (
  template: NewEmails['template'],
  customer: Customer,
  software: Software | null,
  now: Instant,
): Choice | { instead: string } => {
  if (template !== NEXT) return { template };
  const action = nextAction(customer, software, now);
  if (action?.kind === 'send') return { template: action.template, to: action.to };
  return { instead: action?.because ?? NOTHING_TO_DO };
};
