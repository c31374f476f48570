import { correctAttempt, failAttempt, isReportedAgain } from './attempts.ts';
import {
  attemptOf,
  authorize,
  discard,
  endFailures,
  endReading,
  isLinked,
  isReadOnce,
  link,
  unlink,
} from './connections.ts';
import { type EventType, isCustomerSignal, type JourneyEvent, type SourceType } from './events.ts';
import { type CustomerState, EMPTY_STATE, newJourney } from './journey.ts';
import { noteOther, sourceTypesIn } from './other-connections.ts';
import { advance, currentJourney, imply, moveTo } from './progress.ts';
import { isConnected, type Stage } from './stages.ts';

/** Moves the journey forward to a stage. A stage noticed later has no time. */
const reach = (
  state: CustomerState,
  stage: Stage,
  { occurredAt, data }: JourneyEvent<'connection.authorized' | 'data.received'>,
): void =>
  (data.noticedLater ? imply : advance)(currentJourney(state, occurredAt), stage, occurredAt);

type Handlers = { [T in EventType]: (state: CustomerState, event: JourneyEvent<T>) => void };

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
    authorize(state, event, event.data.beforeFirstSight);
    link(state, event);
    const { awaitsApproval } = currentJourney(state, event.occurredAt);
    reach(state, 'authorized', event);
    if (awaitsApproval) reach(state, 'completed', event);
  },
  'connection.failed': (state, event) => {
    if (isLinked(state, event) || isReportedAgain(state, event)) return;
    const attempt = attemptOf(state, event);
    failAttempt(attempt, event);
    const journey = currentJourney(state, event.occurredAt);
    // The failure shows that the customer reached the software’s approval, but not when.
    imply(journey, 'initiated', event.occurredAt);
    moveTo(journey, 'initiated', event.occurredAt);
    if (isConnected(journey.stage)) return;
    journey.failedAttempts += 1;
    journey.failureReason = attempt.failureReason;
  },
  'journey.completed': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    // Customers can also leave Codat’s flow without approving. Then it only shows that they were there.
    if (!isConnected(journey.stage)) return imply(journey, 'opened', event.occurredAt);
    endFailures(journey);
    advance(journey, 'completed', event.occurredAt);
  },
  'data.received': (state, event) => {
    const status = state.connections[event.data.connectionId]?.status;
    if (status === 'pending') authorize(state, event, event.data.noticedLater);
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
  },
  'journey.reopened': (state, event) => {
    const journey = currentJourney(state, event.occurredAt);
    if (!journey.closedAt) return;
    if (isConnected(journey.stage)) {
      journey.closedAt = null;
      journey.closedReason = null;
    } else {
      state.journeys.push(
        newJourney('reopened', event.occurredAt, journey.software, journey.connectionId),
      );
    }
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
const isStale = (state: CustomerState, { type, data }: JourneyEvent): boolean =>
  STALE_AFTER_LOSS.has(type) &&
  'connectionId' in data &&
  state.connections[data.connectionId]?.status === 'gone';

const handle = <T extends EventType>(state: CustomerState, event: JourneyEvent<T>): void =>
  HANDLERS[event.type](state, event);

/** What is known before the first event: the source types of connections, and which software reads data once. */
type Known = { sourceTypes: ReadonlyMap<string, SourceType>; oneTime: ReadonlySet<string> };

const apply = (
  state: CustomerState,
  event: JourneyEvent,
  { sourceTypes, oneTime }: Known,
): void => {
  if (event.type !== 'customer.created') currentJourney(state, event.occurredAt);
  if ('customer' in event.data) mergeProfile(state.profile, event.data.customer);
  if (noteOther(state, event, sourceTypes)) return;
  const stale = isStale(state, event);
  if (isReadOnce(state, event, oneTime)) endReading(state, event);
  else if (!stale) handle(state, event);
  if (event.type !== 'customer.updated') state.lastActivityAt = event.occurredAt;
  if (stale || !isCustomerSignal(event.type)) return;
  const journey = currentJourney(state, event.occurredAt);
  journey.lastSignalAt = event.occurredAt;
  journey.tried = {};
  state.profile.snoozedUntil = null;
  journey.awaitsApproval = event.type === 'journey.completed' && !isConnected(journey.stage);
  // Leaving after a failure doesn’t make up for it.
  if (journey.awaitsApproval) return;
  journey.lastSignalFailed = event.type === 'connection.failed' && !isConnected(journey.stage);
};

const byOccurrence = (a: JourneyEvent, b: JourneyEvent): number =>
  compare(a.occurredAt, b.occurredAt) ||
  compare(a.sourceId, b.sourceId) ||
  compare(a.source, b.source);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isRepeat = (event: JourneyEvent, previous: JourneyEvent | undefined): boolean =>
  previous?.source === event.source && previous.sourceId === event.sourceId;

/**
 * Folds the events of one customer, in any order, into their state. A repeated event counts once. To continue from an
 * earlier state, pass it as `from`; all events must be later, and the source types of its connections must be told in it.
 * `oneTime` lists the software that is set to read data once.
 */
export const fold = (
  events: readonly JourneyEvent[],
  from: CustomerState = EMPTY_STATE,
  oneTime: ReadonlySet<string> = new Set(),
): CustomerState => {
  const state = structuredClone(from);
  const sorted = [...events].sort(byOccurrence);
  const known = { sourceTypes: sourceTypesIn(sorted, state), oneTime };
  sorted.forEach((event, index) => {
    if (!isRepeat(event, sorted[index - 1])) apply(state, event, known);
  });
  return state;
};
