import { type EventType, isCustomerSignal, ORDER, type SourceType } from '../common/event-types.ts';
import { correctAttempt, failAttempt } from './attempts.ts';
import { changePause, endPause, endPauseBySignal } from './clock/pause.ts';
import {
  attemptOf,
  authorize,
  countFailure,
  discard,
  endFailures,
  endReading,
  isLinked,
  isReadOnce,
  link,
  reopen,
  reopenByApproval,
  unlink,
} from './connections.ts';
import { fillIn, isEcho, resolve } from './doors.ts';
import type { JourneyEvent, ResolvedEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { type CustomerState, EMPTY_STATE, type Journey } from './journey.ts';
import { noteOther, sourceTypesIn } from './other-connections.ts';
import { advance, currentJourney, imply, moveTo } from './progress.ts';
import { readReasonOf } from './recognize-reason.ts';
import { forgetClosing, noteTurn, turnBefore } from './resolved.ts';
import { sentWith } from './spells/actions.ts';
import { trackSpells } from './spells/track.ts';
import { hasReached, isConnected, type Stage } from './stages.ts';

/** Moves the journey forward to a stage. A stage noticed later has no time. */
const reach = (
  state: CustomerState,
  stage: Stage,
  { occurredAt, data }: ResolvedEvent<'connection.authorized' | 'data.received'>,
): void =>
  (data.noticedLater ? imply : advance)(currentJourney(state, occurredAt), stage, occurredAt);

type Handlers = { [T in EventType]: (state: CustomerState, event: ResolvedEvent<T>) => void };

/** For events that only change the profile. */
const noHandler = (): void => {};

/** What each type of event does to the state, besides changing the profile. */
const HANDLERS: Handlers = {
  'customer.created': (state, event) => {
    state.deletedAt = null;
    currentJourney(state, event.data.customer?.createdAt ?? event.occurredAt);
  },
  'customer.updated': noHandler,
  'customer.deleted': (state, event) => {
    currentJourney(state, event.occurredAt);
    endPause(state, event.occurredAt);
    state.deletedAt = event.occurredAt;
  },
  'link.sent': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    journey.lastSentAt = event.occurredAt;
    journey.tried[sentWith(event.data)] = event.occurredAt;
    advance(journey, 'invited', event.occurredAt);
  },
  'link.opened': (state, event) => {
    state.lastOpenedAt = event.occurredAt;
    advance(currentJourney(state, event.occurredAt), 'opened', event.occurredAt);
  },
  'email.sent': (state, event) => {
    currentJourney(state, event.occurredAt).tried[event.data.template] = event.occurredAt;
  },
  'call.made': (state, event) => {
    const { tried } = currentJourney(state, event.occurredAt);
    tried[event.data.outcome === 'no_answer' ? 'unanswered' : 'call'] = event.occurredAt;
  },
  'attempt.corrected': correctAttempt,
  'case.raised': (state, event) => {
    currentJourney(state, event.occurredAt).tried.raised = event.occurredAt;
  },
  'case.resolved': (state, event) => {
    delete currentJourney(state, event.occurredAt).tried.raised;
  },
  'software.selected': (state, event) => {
    if (isLinked(state, event)) return;
    attemptOf(state, event);
    const journey = currentJourney(state, event.occurredAt);
    if (event.data.noticedLater) imply(journey, 'selected', event.occurredAt);
    moveTo(journey, 'selected', event.occurredAt);
  },
  'connection.initiated': (state, event) => {
    if (isLinked(state, event)) return;
    attemptOf(state, event);
    moveTo(currentJourney(state, event.occurredAt), 'initiated', event.occurredAt);
  },
  'connection.authorized': (state, event) => {
    if (isLinked(state, event)) return;
    reopenByApproval(state, event.occurredAt);
    authorize(state, event, event.data.beforeFirstSight);
    link(state, event);
    const { awaitsApproval } = currentJourney(state, event.occurredAt);
    reach(state, 'authorized', event);
    if (awaitsApproval) reach(state, 'completed', event);
  },
  'connection.failed': (state, event) => {
    if (isLinked(state, event)) return;
    const attempt = attemptOf(state, event);
    failAttempt(attempt, event);
    const journey = currentJourney(state, event.occurredAt);
    // The failure shows that the customer reached the software’s approval, but not when.
    imply(journey, 'initiated', event.occurredAt);
    moveTo(journey, 'initiated', event.occurredAt);
    if (!isConnected(journey.stage)) countFailure(journey, attempt);
  },
  'journey.completed': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    // Customers can also leave Codat’s flow without approving. Then it only shows that they were there.
    if (!isConnected(journey.stage)) return;
    endFailures(journey);
    advance(journey, 'completed', event.occurredAt);
  },
  'data.received': (state, event) => {
    const status = state.connections[event.data.connectionId]?.status;
    if (status !== 'linked') reopenByApproval(state, event.occurredAt);
    if (status === 'pending') authorize(state, event, event.data.noticedLater);
    if (status !== 'linked') link(state, event);
    endFailures(currentJourney(state, event.occurredAt));
    reach(state, 'streaming', event);
  },
  'read.failed': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    // Later reads can fail too, but what the journey was for has been reached by then.
    if (isConnected(journey.stage) && !hasReached(journey.stage, 'streaming'))
      journey.failureReason = readReasonOf(event, journey.software);
  },
  'report.ready': noHandler,
  'report.failed': noHandler,
  'connection.disconnected': unlink,
  'connection.deleted': (state, event) => {
    const { connectionId, status } = event.data;
    const wasLive = state.connections[connectionId]?.status === 'linked' || status === 'Linked';
    (wasLive ? unlink : discard)(state, event);
  },
  'journey.closed': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    journey.closedAt = event.occurredAt;
    journey.closedReason = event.data.reason;
    journey.reopenedAt = null;
    endPause(state, event.occurredAt);
  },
  'journey.reopened': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    if (!journey.closedAt) return;
    forgetClosing(state, journey.closedAt);
    reopen(state, event.occurredAt);
  },
};

/** Merges new values into the profile. Only the contacts whose role is named change. */
const mergeProfile = (state: CustomerState, event: JourneyEvent): void => {
  if (!('customer' in event.data && event.data.customer)) return;
  const { snoozedUntil, waitingFor, waitingUntil, waitingNote, ...changes } = event.data.customer;
  changePause(state, event, { snoozedUntil, waitingFor, waitingUntil, waitingNote });
  const contacts = { ...state.profile.contacts, ...changes.contacts };
  Object.assign(state.profile, changes, changes.contacts && { contacts });
};

const STALE_AFTER_LOSS: ReadonlySet<EventType> = new Set<EventType>([
  'data.received',
  'read.failed',
  'connection.disconnected',
  'connection.deleted',
]);

/** Whether it is about a lost connection: a read that started before access ended, or another report of the loss. */
const isStale = (state: CustomerState, { type, data }: ResolvedEvent): boolean =>
  STALE_AFTER_LOSS.has(type) &&
  'connectionId' in data &&
  state.connections[data.connectionId]?.status === 'gone';

const handle = <T extends EventType>(state: CustomerState, event: ResolvedEvent<T>): void =>
  HANDLERS[event.type](state, event);

/** What is known before the first event: the source types of connections, and which software reads data once. */
type Known = { sourceTypes: ReadonlyMap<string, SourceType>; oneTime: ReadonlySet<string> };

/** A customer with a signal has entered the funnel and opened a link, whether we saw it or not. */
const noteFirst = (journey: Journey, at: Instant): void => {
  journey.firstSignalAt ??= at;
  if (!hasReached(journey.furthestStage, 'opened')) imply(journey, 'opened', at);
};

/** Notes the customer’s last signal. */
const noteSignal = (state: CustomerState, { type, occurredAt }: JourneyEvent): void => {
  const journey = currentJourney(state, occurredAt);
  journey.lastSignalAt = occurredAt;
  journey.tried = {};
  journey.lastSignalFailed = type === 'connection.failed' && journey.isStopped;
  journey.awaitsApproval = type === 'journey.completed' && !isConnected(journey.stage);
  endPauseBySignal(state, occurredAt);
};

const move = (state: CustomerState, event: ResolvedEvent, oneTime: Known['oneTime']): void => {
  if (isReadOnce(state, event, oneTime)) endReading(state, event);
  else handle(state, event);
};

/** Moves the customer on. Returns whether the event says something new. */
const progress = (
  state: CustomerState,
  event: JourneyEvent,
  resolved: ResolvedEvent | null,
  oneTime: Known['oneTime'],
): boolean => {
  if (resolved) fillIn(state, resolved);
  if (resolved && (isStale(state, resolved) || isEcho(state, resolved))) return false;
  const isSignal = isCustomerSignal(event.type);
  // A loss that begins another journey is a signal of the one it ends.
  const journey = isSignal ? currentJourney(state, event.occurredAt) : null;
  if (resolved) move(state, resolved, oneTime);
  if (journey) noteFirst(journey, event.occurredAt);
  return true;
};

/** Changes the state by an event. Returns whether it is news of the customer. */
const change = (state: CustomerState, event: JourneyEvent, known: Known): boolean => {
  if (event.type !== 'customer.created') currentJourney(state, event.occurredAt);
  mergeProfile(state, event);
  const resolved = resolve(state, event);
  if (resolved && noteOther(state, resolved, known.sourceTypes)) return false;
  const turn = turnBefore(state, event);
  const isNews = progress(state, event, resolved, known.oneTime);
  if (isNews && turn) noteTurn(state, turn);
  if (event.type !== 'customer.updated') state.lastActivityAt = event.occurredAt;
  const isSignal = isNews && isCustomerSignal(event.type);
  if (isSignal) noteSignal(state, event);
  return isSignal;
};

const apply = (state: CustomerState, event: JourneyEvent, known: Known): void => {
  const before = state.journeys.at(-1);
  trackSpells(state, event, { before, isSignal: change(state, event, known) });
};

const byOccurrence = (a: JourneyEvent, b: JourneyEvent): number =>
  compare(a.occurredAt, b.occurredAt) ||
  ORDER[a.type] - ORDER[b.type] ||
  compare(a.sourceId, b.sourceId) ||
  compare(a.source, b.source);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRepeat = (event: JourneyEvent, previous: JourneyEvent | undefined): boolean =>
  previous?.source === event.source && previous.sourceId === event.sourceId;

/** Events in the order in which they are folded. */
export const inOrder = (events: readonly JourneyEvent[]): JourneyEvent[] =>
  [...events].sort(byOccurrence);

/** As `fold`, but changes the given state. */
export const foldInto = (
  state: CustomerState,
  events: readonly JourneyEvent[],
  oneTime: ReadonlySet<string>,
): CustomerState => {
  const sorted = inOrder(events);
  const known = { sourceTypes: sourceTypesIn(sorted, state), oneTime };
  sorted.forEach((event, index) => {
    if (!isRepeat(event, sorted[index - 1])) apply(state, event, known);
  });
  return state;
};

/**
 * Folds the events of one customer, in any order, into their state. A repeated event counts once. To continue from an
 * earlier state, pass it as `from`; all events must be later, and the source types of its connections must be told in it.
 * `oneTime` lists the software that is set to read data once.
 */
export const fold = (
  events: readonly JourneyEvent[],
  from: CustomerState = EMPTY_STATE,
  oneTime: ReadonlySet<string> = new Set(),
): CustomerState => foldInto(structuredClone(from), events, oneTime);
