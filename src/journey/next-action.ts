import type { WaitingFor } from '../common/event-types.ts';
import { LOCALE } from '../common/locale.ts';
import { CONTACT_ROLE_NOUNS, type ContactRole, contactIn, type WithContacts } from './contacts.ts';
import { type FailureReason, type MustAct, REASONS } from './failure-reasons.ts';
import { addHours, type Instant } from './instant.ts';
import {
  EMAIL_TEMPLATE_FACTS,
  type LastOutreach,
  lastOutreach,
  outreachLabel,
  type Tried,
} from './outreach.ts';
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
  waitingFor: WaitingFor | null;
  waitingUntil: Instant | null;
  tried: Tried;
};

/** Whether the customer waits for somebody or something at `now`, so that nothing can help until then. */
const waits = ({ waitingFor, waitingUntil }: Situation, now: Instant): boolean =>
  waitingFor !== null && (waitingUntil === null || waitingUntil > now);

/** To give the customer time to answer what we did last. */
export type Waiting = { kind: 'wait'; because: string; last: LastOutreach; until: Instant };

/** To wait for Codat, where the case was raised. */
export type Raised = { kind: 'wait'; because: string; raisedAt: Instant };

export type NextAction = (Move | Waiting | Raised) & {
  /** The role of the contact that the action needs but the customer lacks. */
  missing: ContactRole | null;
};

type Software = Pick<SoftwareEntry, 'onPremise'> & { signIn: string | null };

const isFailure = (
  reason: StuckReason | null,
): reason is Extract<StuckReason, 'attempt_failed' | 'repeated_failures'> =>
  reason === 'attempt_failed' || reason === 'repeated_failures';

type Reasons = Pick<Situation, 'stuckReason' | 'failureReason'>;

/** Whether a failure is why the customer is stuck. Its reason then says more than the stuck reason does. */
export const hasFailed = ({ stuckReason, failureReason }: Reasons): boolean =>
  isFailure(stuckReason) || (stuckReason === 'no_data' && failureReason !== null);

/** Who has to act before a stuck customer can continue. */
export const mustActOf = (situation: Reasons): MustAct => {
  const { stuckReason, failureReason } = situation;
  if (hasFailed(situation) && failureReason) return REASONS[failureReason].mustAct;
  return stuckReason === 'no_data' || stuckReason === 'not_invited' ? 'us' : 'customer';
};

const planAfterFailure = ({ stuckReason, failureReason }: Situation): Plan => {
  const reason = failureReason ?? 'unknown';
  const gaveUp = reason === 'cancelled' || reason === 'abandoned';
  if (stuckReason === 'repeated_failures' && gaveUp) return PLAN_AFTER_REPEATED_CANCELS;
  return PLANS_AFTER_FAILURE[reason];
};

const planFor = (situation: Situation, software: Software | null): Plan | null => {
  const { stuckReason, failureReason } = situation;
  if (stuckReason === null) return null;
  if (isFailure(stuckReason)) return planAfterFailure(situation);
  // Reading the data failed, and it’s known why.
  if (stuckReason === 'no_data' && (failureReason ?? 'unknown') !== 'unknown')
    return planAfterFailure(situation);
  if (stuckReason === 'no_data' && software?.onPremise) return PLAN_FOR_SILENT_CONNECTOR;
  const forApproval: Partial<Record<string, Plan>> = PLANS_FOR_APPROVAL;
  const special = stuckReason === 'approval_pending' && forApproval[software?.signIn ?? ''];
  return special || PLANS[stuckReason];
};

const isDone = (move: Move, tried: Tried): boolean => {
  if (move.kind === 'send') return tried[move.template] !== undefined;
  return move.kind === 'call' && tried.call !== undefined;
};

/** Nobody who was called answered, so an email goes before another call. */
const moveOf = (plan: Plan, tried: Tried): Move => {
  const open = plan.filter((move) => !isDone(move, tried));
  const instead = tried.unanswered && open.find(({ kind }) => kind === 'send');
  return instead || open[0] || (plan.at(-1) ?? plan[0]);
};

/** Whether an answer of the customer can decide what is next: not before we did our part, nor if they can’t connect. */
const dependsOnAnswer = (situation: Situation, plan: Plan): boolean => {
  if (mustActOf(situation) !== 'us') return true;
  return situation.failureReason !== 'unsupported' && isDone(plan[0], situation.tried);
};

/** In UTC, as the reader may be elsewhere: “23 Feb, 09:12 UTC”. */
const time = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

const timeOf = (instant: Instant): string => time.format(new Date(instant));

/** Waiting for an answer to what we did last, if that was less than a day ago. */
const waitingFor = (last: LastOutreach | null, now: Instant): Waiting | null => {
  if (!last) return null;
  const until = addHours(last.at, PATIENCE_HOURS);
  if (until <= now) return null;
  const done = `${outreachLabel(last.outreach)} on ${timeOf(last.at)}.`;
  return {
    kind: 'wait',
    because: `${done} Wait until ${timeOf(until)} before following up.`,
    last,
    until,
  };
};

const waitingForCodat = (raisedAt: Instant): Raised => ({
  kind: 'wait',
  because: `Raised with Codat on ${timeOf(raisedAt)}. Wait for their answer.`,
  raisedAt,
});

const reaches = (move: Move, situation: Situation): boolean => {
  if (move.kind === 'wait' || move.kind === 'raise') return true;
  const contact = contactIn(situation, move.to);
  // A call only needs a contact: someone without a phone number can still be asked for one.
  return move.kind === 'send' ? Boolean(contact?.email) : contact !== null;
};

const roleOf = (move: Move): ContactRole | null => ('to' in move ? move.to : null);

/**
 * The next best action for a customer, and why: the first in the plan for their situation that we have not taken since
 * they last did something. For a day after we took one, it is to wait, and for as long as Codat has the case. Null if no
 * action is needed, because the journey is closed, waiting or on track.
 */
export const nextAction = (
  situation: Situation,
  software: Software | null,
  now: Instant,
): NextAction | null => {
  const rests = situation.closedAt !== null || waits(situation, now);
  const plan = rests ? null : planFor(situation, software);
  if (!plan) return null;
  const { tried } = situation;
  if (tried.raised) return { ...waitingForCodat(tried.raised), missing: null };
  const waiting = dependsOnAnswer(situation, plan) && waitingFor(lastOutreach(tried), now);
  if (waiting) return { ...waiting, missing: null };
  const move = moveOf(plan, tried);
  return { ...move, missing: reaches(move, situation) ? null : roleOf(move) };
};

/** The label of its button. */
export const actionLabel = (action: Move | Waiting | Raised): string => {
  if ('raisedAt' in action) return 'Waiting for Codat';
  if (action.kind === 'send') return EMAIL_TEMPLATE_FACTS[action.template].action;
  if (action.kind === 'call')
    return action.to === 'main' ? 'Call' : `Call ${CONTACT_ROLE_NOUNS[action.to]}`;
  return action.kind === 'raise' ? 'Raise with Codat' : 'No action yet';
};
