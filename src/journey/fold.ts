import { correctAttempt, endAttempt, failAttempt } from './attempts.ts';
import {
  attemptOf,
  beginReconnect,
  countFailure,
  discard,
  endFailures,
  isLinked,
  isLive,
  link,
  open,
  unlink,
} from './connections.ts';
import { fillIn, isEcho, resolve } from './doors.ts';
import {
  type EventType,
  isCustomerSignal,
  type JourneyEvent,
  ORDER,
  type ResolvedEvent,
} from './events.ts';
import { type CustomerState, EMPTY_STATE } from './journey.ts';
import { advance, currentJourney, imply, moveTo } from './progress.ts';
import { isConnected, type Stage } from './stages.ts';

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
    state.deletedAt = event.occurredAt;
  },
  'link.sent': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    journey.lastSentAt = event.occurredAt;
    const outreach = event.data.template ?? (event.data.channel === 'email' ? 'link' : 'shared');
    journey.tried[outreach] = event.occurredAt;
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
    currentJourney(state, event.occurredAt).tried.call = event.occurredAt;
  },
  'attempt.corrected': correctAttempt,
  'software.selected': (state, event) => {
    if (isLinked(state, event)) return;
    attemptOf(state, event);
    moveTo(currentJourney(state, event.occurredAt), 'selected', event.occurredAt);
  },
  'connection.initiated': (state, event) => {
    if (isLinked(state, event)) return;
    attemptOf(state, event);
    moveTo(currentJourney(state, event.occurredAt), 'initiated', event.occurredAt);
  },
  'connection.authorized': (state, event) => {
    if (isLinked(state, event)) return;
    endAttempt(attemptOf(state, event), 'authorized', event.occurredAt);
    link(state, event);
    reach(state, 'authorized', event);
  },
  'connection.failed': (state, event) => {
    if (isLinked(state, event)) return;
    failAttempt(attemptOf(state, event), event);
    const journey = currentJourney(state, event.occurredAt);
    // The failure shows that the customer reached the software’s approval, but not when.
    imply(journey, 'initiated', event.occurredAt);
    moveTo(journey, 'initiated', event.occurredAt);
    if (!isConnected(journey.stage)) countFailure(journey, event);
  },
  'journey.completed': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    endFailures(journey);
    advance(journey, 'completed', event.occurredAt);
  },
  'data.received': (state, event) => {
    const status = state.connections[event.data.connectionId]?.status;
    if (status === 'pending') endAttempt(attemptOf(state, event), 'authorized', event.occurredAt);
    if (status !== 'linked') link(state, event);
    reach(state, 'streaming', event);
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
  },
  'journey.reopened': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    if (!journey.closedAt) return;
    open(journey);
    if (isConnected(journey.stage) && !isLive(state)) beginReconnect(state, event.occurredAt);
  },
};

/** Merges new values into the profile. Only the contacts whose role is named change. */
const mergeProfile = (
  profile: CustomerState['profile'],
  changes: CustomerState['profile'] = {},
): void => {
  const contacts = { ...profile.contacts, ...changes.contacts };
  Object.assign(profile, changes, changes.contacts && { contacts });
};

const STALE_AFTER_LOSS: ReadonlySet<EventType> = new Set<EventType>([
  'data.received',
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

/** Notes a sign of life. Whoever gives one has opened a link, whether we saw it or not. */
const noteSignal = (state: CustomerState, { type, occurredAt }: JourneyEvent): void => {
  const journey = currentJourney(state, occurredAt);
  journey.lastSignalAt = occurredAt;
  journey.tried = {};
  journey.lastSignalFailed = type === 'connection.failed' && journey.isStopped;
  state.profile.snoozedUntil = null;
};

/** Moves the customer on. Returns whether the event says something new. */
const progress = (state: CustomerState, event: JourneyEvent): boolean => {
  const resolved = resolve(state, event);
  if (resolved) fillIn(state, resolved);
  if (resolved && (isStale(state, resolved) || isEcho(state, resolved))) return false;
  if (isCustomerSignal(event.type)) {
    // A loss that begins another journey is a signal of the one it ends.
    const journey = currentJourney(state, event.occurredAt);
    journey.firstSignalAt ??= event.occurredAt;
    if (resolved) handle(state, resolved);
    imply(journey, 'opened', event.occurredAt);
  } else if (resolved) handle(state, resolved);
  return true;
};

const apply = (state: CustomerState, event: JourneyEvent): void => {
  if (event.type !== 'customer.created') currentJourney(state, event.occurredAt);
  const isNews = progress(state, event);
  if ('customer' in event.data) mergeProfile(state.profile, event.data.customer);
  if (event.type !== 'customer.updated') state.lastActivityAt = event.occurredAt;
  if (isNews && isCustomerSignal(event.type)) noteSignal(state, event);
};

const byOccurrence = (a: JourneyEvent, b: JourneyEvent): number =>
  compare(a.occurredAt, b.occurredAt) ||
  ORDER[a.type] - ORDER[b.type] ||
  compare(a.sourceId, b.sourceId) ||
  compare(a.source, b.source);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRepeat = (event: JourneyEvent, previous: JourneyEvent | undefined): boolean =>
  previous?.source === event.source && previous.sourceId === event.sourceId;

/**
 * Folds the events of one customer, in any order, into their state. A repeated event counts once. To continue from an
 * earlier state, pass it as `from`; all events must be later.
 */
export const fold = (
  events: readonly JourneyEvent[],
  from: CustomerState = EMPTY_STATE,
): CustomerState => {
  const state = structuredClone(from);
  const sorted = [...events].sort(byOccurrence);
  sorted.forEach((event, index) => {
    if (!isRepeat(event, sorted[index - 1])) apply(state, event);
  });
  return state;
};
