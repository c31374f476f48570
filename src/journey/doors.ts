import type { EventType } from '../common/event-types.ts';
import { lastAttempt, replaceReason } from './attempts.ts';
import type { JourneyEvent, ResolvedEvent } from './events.ts';
import { type Instant, isSameMoment } from './instant.ts';
import type { Attempt, CustomerState } from './journey.ts';
import { reasonOf } from './recognize-reason.ts';

// The same thing can be reported by several sources: Codat’s webhooks, the sync, the Link SDK and the return page.

const ON_A_CONNECTION: ReadonlySet<EventType> = new Set<EventType>([
  'software.selected',
  'connection.initiated',
  'connection.authorized',
  'connection.failed',
]);

/**
 * The event with its connection. A callback that names none is about the connection selected last before it. Null if
 * none was, and for an approval: Codat’s names its connection, and without one the callback may be about uploaded files.
 */
export const resolve = (state: CustomerState, event: JourneyEvent): ResolvedEvent | null => {
  const isNamed = 'connectionId' in event.data && event.data.connectionId !== undefined;
  // Casts because the types that lack a connection here are exactly those in the set.
  if (isNamed || !ON_A_CONNECTION.has(event.type)) return event as ResolvedEvent;
  if (event.type === 'connection.authorized') return null;
  const connectionId = state.selections.at(-1)?.connectionId;
  return connectionId
    ? ({ ...event, data: { ...event.data, connectionId } } as ResolvedEvent)
    : null;
};

/** Adds the software that an event names to earlier attempts on the same connection, which may lack it. */
export const fillIn = (state: CustomerState, { data }: ResolvedEvent): void => {
  if (!('software' in data) || !data.software) return;
  const { connectionId, software } = data;
  const known = state.connections[connectionId];
  // Everything before it has the software as soon as the connection has.
  if (!known || known.software) return;
  known.software = software;
  for (const journey of state.journeys) {
    if (journey.connectionId === connectionId) journey.software ??= software;
    for (const attempt of journey.attempts)
      if (attempt.connectionId === connectionId) attempt.software ??= software;
  }
};

type ConnectionSignal = ResolvedEvent<
  | 'software.selected'
  | 'connection.initiated'
  | 'connection.authorized'
  | 'connection.failed'
  | 'data.received'
>;

/** Notes a selection, or one that another signal on a new connection implies. */
export const noteSelection = (
  state: CustomerState,
  { type, data: { connectionId }, occurredAt, source }: ConnectionSignal,
): void => {
  const isTold = type === 'software.selected';
  if (!isTold && state.connections[connectionId]) return;
  const others = state.selections.filter((known) => known.connectionId !== connectionId);
  const sources = isTold ? [source] : [];
  state.selections = [...others, { connectionId, at: occurredAt, sources }];
};

/** Whether another source reported this selection within five minutes. If so, notes that this source did too. */
const isSelectedAgain = (
  { selections }: CustomerState,
  { data, source, occurredAt }: ResolvedEvent<'software.selected'>,
): boolean => {
  const last = selections.find(({ connectionId }) => connectionId === data.connectionId);
  if (!last?.sources.length || last.sources.includes(source)) return false;
  if (!isSameMoment(last.at, occurredAt)) return false;
  last.sources.push(source);
  return true;
};

/** The page to which customers return repeats what happened since they opened the link, however long they stayed. */
const canBeSame = (
  { lastOpenedAt }: CustomerState,
  { source, occurredAt }: ResolvedEvent<'connection.failed'>,
  failedAt: Instant,
): boolean => {
  if (lastOpenedAt && lastOpenedAt > failedAt) return false;
  return source === 'return' || isSameMoment(occurredAt, failedAt);
};

/** Of two reasons for one failure, the one that says something counts. */
const improveReason = (
  state: CustomerState,
  attempt: Attempt,
  event: ResolvedEvent<'connection.failed'>,
): void => {
  const told = reasonOf(event, attempt.software);
  const recognized = attempt.recognizedReason ?? attempt.failureReason;
  if (recognized !== 'unknown' || told === 'unknown') return;
  attempt.statusCode = event.data.statusCode ?? null;
  attempt.failureText = event.data.text;
  if (attempt.recognizedReason) attempt.recognizedReason = told;
  else replaceReason(state, attempt, told);
};

/** Whether another source has already reported this failure. If so, takes over what this one adds. */
const isReportedAgain = (
  state: CustomerState,
  event: ResolvedEvent<'connection.failed'>,
): boolean => {
  const { source, sourceId } = event;
  const last = lastAttempt(state.journeys, event.data.connectionId);
  if (!last?.endedAt || last.outcome !== 'failed') return false;
  if (last.reportedBy.some((report) => report.source === source)) return false;
  if (!canBeSame(state, event, last.endedAt)) return false;
  last.reportedBy.push({ source, sourceId });
  improveReason(state, last, event);
  return true;
};

/** Whether another source has already reported this, so that it changes nothing more. */
export const isEcho = (state: CustomerState, event: ResolvedEvent): boolean => {
  if (event.type === 'software.selected') return isSelectedAgain(state, event);
  return event.type === 'connection.failed' && isReportedAgain(state, event);
};
