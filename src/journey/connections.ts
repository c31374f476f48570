import { attemptFor, endAttempt, openAttempt } from './attempts.ts';
import { noteSelection } from './doors.ts';
import type { JourneyEvent, ResolvedEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { type AttemptOutcome, type CustomerState, type Journey, newJourney } from './journey.ts';
import { currentJourney, imply, moveTo } from './progress.ts';
import { hasReached, isConnected } from './stages.ts';
import { REPEATED_FAILURES } from './stuck.ts';

type Signal = ResolvedEvent<
  | 'software.selected'
  | 'connection.initiated'
  | 'connection.authorized'
  | 'connection.failed'
  | 'data.received'
>;
type Loss = JourneyEvent<'connection.disconnected' | 'connection.deleted'>;
type ConnectionEvent = Signal | Loss;

/** Records which software the signal is about and returns the attempt it belongs to. */
export const attemptOf = (state: CustomerState, event: Signal) => {
  const journey = currentJourney(state, event.occurredAt);
  noteSelection(state, event);
  const { connectionId } = event.data;
  const known = state.connections[connectionId];
  const software = event.data.software ?? known?.software ?? null;
  state.connections[connectionId] = { status: known?.status ?? 'pending', software };
  if (!isConnected(journey.stage)) {
    journey.connectionId = connectionId;
    journey.software = software;
  }
  journey.isStopped = false;
  return attemptFor(state, { connectionId, software, at: event.occurredAt });
};

export const isLinked = (state: CustomerState, event: ConnectionEvent): boolean =>
  state.connections[event.data.connectionId]?.status === 'linked';

const liveConnections = ({ connections }: CustomerState) =>
  Object.entries(connections).filter(([, { status }]) => status === 'linked');

export const isLive = (state: CustomerState): boolean => liveConnections(state).length > 0;

/** Resets the count of failures after a success. */
export const endFailures = (journey: Journey): void => {
  journey.lastSignalFailed = false;
  journey.failedAttempts = 0;
  journey.failureReason = null;
  journey.isStopped = false;
  journey.repeatedSince = null;
};

/** Counts a failure that keeps the customer from connecting. */
export const countFailure = (
  journey: Journey,
  { data, occurredAt }: ResolvedEvent<'connection.failed'>,
): void => {
  journey.failedAttempts += 1;
  journey.failureReason = data.reason;
  journey.isStopped = true;
  if (journey.failedAttempts === REPEATED_FAILURES) journey.repeatedSince = occurredAt;
};

export const open = (journey: Journey): void => {
  journey.closedAt = null;
  journey.closedReason = null;
};

/** Records a live connection. Whoever approves wants to connect, so it reopens a closed journey. */
export const link = (state: CustomerState, event: Signal): void => {
  const { connectionId } = event.data;
  const software = event.data.software ?? state.connections[connectionId]?.software ?? null;
  const journey = currentJourney(state, event.occurredAt);
  state.connections[connectionId] = { status: 'linked', software };
  journey.connectionId = connectionId;
  journey.software = software;
  if (journey.closedAt) journey.reopenedAt = event.occurredAt;
  open(journey);
  endFailures(journey);
};

const endOpenAttempt = (
  state: CustomerState,
  { data, occurredAt }: ConnectionEvent,
  outcome: AttemptOutcome,
): void => {
  const open = openAttempt(state.journeys, data.connectionId, occurredAt);
  if (open) endAttempt(open, outcome, occurredAt);
};

/** Begins the way back of a customer who lost their connection. */
export const beginReconnect = (state: CustomerState, at: Instant): void => {
  const { software, connectionId } = currentJourney(state, at);
  state.journeys.push(newJourney('reconnect', at, software, connectionId));
};

/** Closed for these reasons, nobody waits for the customer to come back. */
const FOR_GOOD: ReadonlySet<Journey['closedReason']> = new Set<Journey['closedReason']>([
  'duplicate',
  'not_our_customer',
]);

/**
 * Ends a live connection. The customer stays connected by another one. If it was the last one, a reconnect journey
 * starts.
 */
export const unlink = (state: CustomerState, event: Loss): void => {
  const { connectionId } = event.data;
  const software = event.data.software ?? state.connections[connectionId]?.software ?? null;
  state.connections[connectionId] = { status: 'gone', software };
  // Access that ended was granted before, even if we weren’t told.
  endOpenAttempt(state, event, 'authorized');
  const journey = currentJourney(state, event.occurredAt);
  const [stays] = liveConnections(state).slice(-1);
  if (stays) {
    if (journey.connectionId === connectionId)
      [journey.connectionId, { software: journey.software }] = stays;
    return;
  }
  endFailures(journey);
  imply(journey, 'authorized', event.occurredAt);
  journey.connectionId = connectionId;
  journey.software = software;
  if (!FOR_GOOD.has(journey.closedReason)) beginReconnect(state, event.occurredAt);
};

/** Ends a connection that was never live. A customer who was on it returns to software selection. */
export const discard = (state: CustomerState, event: Loss): void => {
  const { connectionId } = event.data;
  const journey = currentJourney(state, event.occurredAt);
  const known = state.connections[connectionId];
  const wasHere = known
    ? journey.connectionId === connectionId
    : !hasReached(journey.stage, 'selected');
  endOpenAttempt(state, event, 'abandoned');
  state.connections[connectionId] = { status: 'gone', software: known?.software ?? null };
  if (!known) imply(journey, 'selected', event.occurredAt);
  if (!wasHere) return;
  journey.isStopped = false;
  if (hasReached(journey.stage, 'selected')) moveTo(journey, 'opened', event.occurredAt);
};
