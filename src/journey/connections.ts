import { attemptFor, authorizeAtUnknownTime, endAttempt, openAttempt } from './attempts.ts';
import type { JourneyEvent } from './events.ts';
import { type AttemptOutcome, type CustomerState, type Journey, newJourney } from './journey.ts';
import { currentJourney, imply, moveTo } from './progress.ts';
import { hasReached, isConnected } from './stages.ts';

export type ConnectionEvent = JourneyEvent<
  | 'software.selected'
  | 'connection.initiated'
  | 'connection.authorized'
  | 'connection.failed'
  | 'data.received'
  | 'connection.disconnected'
  | 'connection.deleted'
>;

/** Records which software the signal is about and returns the attempt it belongs to. */
export const attemptOf = (state: CustomerState, event: ConnectionEvent) => {
  const journey = currentJourney(state, event.occurredAt);
  const { connectionId } = event.data;
  const known = state.connections[connectionId];
  const software = event.data.software ?? known?.software ?? null;
  state.connections[connectionId] = { status: known?.status ?? 'pending', software };
  if (!isConnected(journey.stage)) {
    journey.connectionId = connectionId;
    journey.software = software;
  }
  return attemptFor(state, { connectionId, software, at: event.occurredAt });
};

export const isLinked = (state: CustomerState, event: ConnectionEvent): boolean =>
  state.connections[event.data.connectionId]?.status === 'linked';

/** Resets the count of failures after a success. */
export const endFailures = (journey: Journey): void => {
  journey.lastSignalFailed = false;
  journey.failedAttempts = 0;
  journey.failureReason = null;
};

export const link = (state: CustomerState, event: ConnectionEvent): void => {
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
  event: ConnectionEvent,
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

/** Ends a live connection. If it was the last one, the customer is disconnected and a reconnect journey starts. */
export const unlink = (state: CustomerState, event: ConnectionEvent): void => {
  const { connectionId } = event.data;
  const software = event.data.software ?? state.connections[connectionId]?.software ?? null;
  state.connections[connectionId] = { status: 'gone', software };
  // Access that ended was granted before, even if we weren’t told.
  if (event.data.noticedLater) authorizeAtUnknownTime(state, connectionId);
  else endOpenAttempt(state, event, 'authorized');
  if (Object.values(state.connections).some(({ status }) => status === 'linked')) return;
  const journey = currentJourney(state, event.occurredAt);
  endFailures(journey);
  imply(journey, 'authorized', event.occurredAt);
  state.journeys.push(newJourney('reconnect', event.occurredAt, software, connectionId));
};

/**
 * Whether a connection’s access ended because its data has been read, as set for its software. Codat then reports it
 * like access that the customer revoked.
 */
export const isReadOnce = (
  state: CustomerState,
  event: JourneyEvent,
  oneTime: ReadonlySet<string>,
): event is JourneyEvent<'connection.disconnected'> => {
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
export const discard = (state: CustomerState, event: ConnectionEvent): void => {
  const { connectionId } = event.data;
  const journey = currentJourney(state, event.occurredAt);
  const known = state.connections[connectionId];
  const wasHere = known
    ? journey.connectionId === connectionId
    : !hasReached(journey.stage, 'selected');
  endOpenAttempt(state, event, 'abandoned');
  state.connections[connectionId] = { status: 'gone', software: known?.software ?? null };
  if (!known) imply(journey, 'selected', event.occurredAt);
  if (wasHere && hasReached(journey.stage, 'selected')) moveTo(journey, 'opened', event.occurredAt);
};
