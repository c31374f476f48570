import { CONTACT_ROLE_NOUNS, type ContactRole, contactIn, type WithContacts } from './contacts.ts';
import type { FailureReason } from './failure-reasons.ts';
import { addHours, type Instant } from './instant.ts';
import { EMAIL_TEMPLATE_FACTS, type Tried } from './outreach.ts';
import {
  type Move,
  PLAN_AFTER_REPEATED_CANCELS,
  PLAN_FOR_SILENT_CONNECTOR,
  PLANS,
  PLANS_AFTER_FAILURE,
  PLANS_FOR_APPROVAL,
  type Plan,
} from './plans.ts';
import type { SoftwareEntry } from './software-entry.ts';
import type { StuckReason } from './stuck.ts';

/** How long an email or a call gets to work before the next action is suggested. */
export const PATIENCE_HOURS = 24;

/** The facts that decide the next action for a customer. */
export type Situation = WithContacts & {
  stuckReason: StuckReason | null;
  failureReason: FailureReason | null;
  closedAt: Instant | null;
  tried: Tried;
};

export type NextAction = Move & {
  /** The role of the contact that the action needs but the customer lacks. */
  missing: ContactRole | null;
};

type Software = Pick<SoftwareEntry, 'onPremise'> & { signIn: string | null };

const planAfterFailure = ({ stuckReason, failureReason }: Situation): Plan => {
  const reason = failureReason ?? 'unknown';
  const gaveUp = reason === 'cancelled' || reason === 'abandoned';
  if (stuckReason === 'repeated_failures' && gaveUp) return PLAN_AFTER_REPEATED_CANCELS;
  return PLANS_AFTER_FAILURE[reason];
};

const planFor = (situation: Situation, software: Software | null): Plan | null => {
  const { stuckReason } = situation;
  if (stuckReason === null) return null;
  if (stuckReason === 'attempt_failed' || stuckReason === 'repeated_failures')
    return planAfterFailure(situation);
  if (stuckReason === 'no_data' && software?.onPremise) return PLAN_FOR_SILENT_CONNECTOR;
  const forApproval: Partial<Record<string, Plan>> = PLANS_FOR_APPROVAL;
  const special = stuckReason === 'approval_pending' && forApproval[software?.signIn ?? ''];
  return special || PLANS[stuckReason];
};

const lastDone = (tried: Tried): Instant | null => Object.values(tried).sort().at(-1) ?? null;

const isDone = (move: Move, tried: Tried): boolean => {
  if (move.kind === 'send') return tried[move.template] !== undefined;
  return move.kind === 'call' && tried.call !== undefined;
};

const reaches = (move: Move, situation: Situation): boolean => {
  if (move.kind === 'wait' || move.kind === 'raise') return true;
  const contact = contactIn(situation, move.to);
  // A call only needs a contact: someone without a phone number can still be asked for one.
  return move.kind === 'send' ? Boolean(contact?.email) : contact !== null;
};

const roleOf = (move: Move): ContactRole | null => ('to' in move ? move.to : null);

/**
 * The next best action for a customer, and why: the first in the plan for their situation that we have not taken since
 * they last did something. For a day after we took one, it is to wait. Null if no action is needed, because the journey
 * is closed or on track.
 */
export const nextAction = (
  situation: Situation,
  software: Software | null,
  now: Instant,
): NextAction | null => {
  const plan = situation.closedAt ? null : planFor(situation, software);
  if (!plan) return null;
  const done = lastDone(situation.tried);
  if (done && addHours(done, PATIENCE_HOURS) > now)
    return {
      kind: 'wait',
      because: 'We got in touch less than a day ago. Give them time to respond.',
      missing: null,
    };
  const move =
    plan.find((candidate) => !isDone(candidate, situation.tried)) ?? plan.at(-1) ?? plan[0];
  return { ...move, missing: reaches(move, situation) ? null : roleOf(move) };
};

/** The label of its button. */
export const actionLabel = (action: Move): string => {
  if (action.kind === 'send') return EMAIL_TEMPLATE_FACTS[action.template].action;
  if (action.kind === 'call')
    return action.to === 'main' ? 'Call' : `Call ${CONTACT_ROLE_NOUNS[action.to]}`;
  return action.kind === 'raise' ? 'Raise with Codat' : 'No action yet';
};
