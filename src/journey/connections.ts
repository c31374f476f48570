import { NO_CUSTOMER } from '../common/event-types.ts';
import { attemptFor, authorizeAtUnknownTime, endAttempt, openAttempt } from './attempts.ts';
import { noteSelection } from './doors.ts';
import type { JourneyEvent, ResolvedEvent } from './events.ts';
import type { Instant } from './instant.ts';
import {
  type Attempt,
  type AttemptOutcome,
  type CustomerState,
  type Journey,
  newJourney,
} from './journey.ts';
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
export type ConnectionEvent = Signal | Loss;

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

/** Resets the count of failures after a success. */
export const endFailures = (journey: Journey): void => {
  journey.lastSignalFailed = false;
  journey.failedAttempts = 0;
  journey.failureReason = null;
  journey.isStopped = false;
  journey.repeatedSince = null;
};

/** Counts a failed attempt that keeps the customer from connecting. */
export const countFailure = (journey: Journey, { failureReason, endedAt }: Attempt): void => {
  journey.failedAttempts += 1;
  journey.failureReason = failureReason;
  journey.isStopped = true;
  if (journey.failedAttempts === REPEATED_FAILURES) journey.repeatedSince = endedAt;
};

export const link = (state: CustomerState, event: Signal): void => {
  const { connectionId } = event.data;
  const software = event.data.software ?? state.connections[connectionId]?.software ?? null;
  const journey = currentJourney(state, event.occurredAt);
  state.connections[connectionId] = { status: 'linked', software };
  journey.connectionId = connectionId;
  journey.software = software;
  endFailures(journey);
};

/** Ends the attempt that led to an approval, at an unknown time if nobody knows when it happened. */
export const authorize = (
  state: CustomerState,
  event: Signal,
  atUnknownTime: true | undefined,
): void => {
  if (atUnknownTime && authorizeAtUnknownTime(state, event.data.connectionId)) return;
  endAttempt(attemptOf(state, event), 'authorized', atUnknownTime ? null : event.occurredAt);
};

const endOpenAttempt = (
  state: CustomerState,
  { data, occurredAt }: ConnectionEvent,
  outcome: AttemptOutcome,
): void => {
  const open = openAttempt(state.journeys, data.connectionId, occurredAt);
  if (open) endAttempt(open, outcome, occurredAt);
};

/** Begins a reconnect journey with the software that the customer had. */
export const beginReconnect = (state: CustomerState, at: Instant): void => {
  const { software, connectionId } = currentJourney(state, at);
  state.journeys.push(newJourney('reconnect', at, software, connectionId));
};

/** Opens a closed journey again where it was. If access was lost meanwhile, a reconnect journey begins. */
export const reopen = (state: CustomerState, at: Instant): void => {
  const journey = currentJourney(state, at);
  journey.closedAt = null;
  journey.closedReason = null;
  if (isConnected(journey.furthestStage) && !isConnected(journey.stage)) beginReconnect(state, at);
};

/** A customer who approves access wants to connect, so an approval reopens a closed journey. */
export const reopenByApproval = (state: CustomerState, at: Instant): void => {
  if (!currentJourney(state, at).closedAt) return;
  reopen(state, at);
  currentJourney(state, at).reopenedAt = at;
};

const FOR_GOOD: ReadonlySet<Journey['closedReason']> = new Set(NO_CUSTOMER);

/**
 * Ends a live connection. The customer stays connected by another one. If it was the last one, a reconnect journey
 * starts.
 */
export const unlink = (state: CustomerState, event: Loss): void => {
  const { connectionId } = event.data;
  const software = event.data.software ?? state.connections[connectionId]?.software ?? null;
  state.connections[connectionId] = { status: 'gone', software };
  // Access that ended was granted before, even if we weren’t told.
  if (event.data.noticedLater) authorizeAtUnknownTime(state, connectionId);
  else endOpenAttempt(state, event, 'authorized');
  const journey = currentJourney(state, event.occurredAt);
  const [stays] = liveConnections(state).slice(-1);
  if (stays) {
    if (journey.connectionId === connectionId)
      [journey.connectionId, { software: journey.software }] = stays;
    return;
  }
  endFailures(journey);
  if (!isConnected(journey.furthestStage)) imply(journey, 'authorized', event.occurredAt);
  journey.connectionId = connectionId;
  journey.software = software;
  if (FOR_GOOD.has(journey.closedReason)) {
    journey.stage = 'created';
    journey.stageEnteredAt = event.occurredAt;
  } else beginReconnect(state, event.occurredAt);
};

/**
 * Whether a connection’s access ended because its data has been read, as set for its software. Codat then reports it
 * like access that the customer revoked.
 */
export const isReadOnce = (
  state: CustomerState,
  event: ResolvedEvent,
  oneTime: ReadonlySet<string>,
): event is ResolvedEvent<'connection.disconnected'> => {
  if (event.type !== 'connection.disconnected' || event.data.status !== 'Deauthorized')
    return false;
  const known = state.connections[event.data.connectionId];
  return (
    known?.status === 'linked' &&
    oneTime.has(event.data.software ?? known.software ?? '') &&
    currentJourney(state, event.occurredAt).stage === 'streaming'
  );
};

/** Ends a connection whose customer has nothing left to do. */
export const endReading = (
  { connections }: CustomerState,
  { data }: JourneyEvent<'connection.disconnected'>,
): void => {
  const software = data.software ?? connections[data.connectionId]?.software ?? null;
  connections[data.connectionId] = { status: 'gone', software };
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
