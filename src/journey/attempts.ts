import type { JourneyEvent } from './events.ts';
import { addHours, type Instant, isSameMoment } from './instant.ts';
import type { Attempt, CustomerState, Journey } from './journey.ts';
import { currentJourney } from './progress.ts';
import { reasonOf } from './recognize-reason.ts';

/** An attempt without a signal for this long counts as abandoned. */
export const ABANDONED_AFTER_HOURS = 7 * 24;

type AttemptSignal = { connectionId: string; software: string | null; at: Instant };

const lastAttempt = (journeys: readonly Journey[], connectionId: string): Attempt | undefined =>
  journeys
    .flatMap(({ attempts }) => attempts)
    .findLast((attempt) => attempt.connectionId === connectionId);

/** Whether another source has already reported this failure. If so, notes that this source did too. */
export const isReportedAgain = (
  { journeys }: CustomerState,
  { data, source, occurredAt }: JourneyEvent<'connection.failed'>,
): boolean => {
  const last = lastAttempt(journeys, data.connectionId);
  if (!last?.endedAt || last.outcome !== 'failed' || last.reportedBy.includes(source)) return false;
  if (!isSameMoment(occurredAt, last.endedAt)) return false;
  last.reportedBy.push(source);
  return true;
};

/**
 * The open attempt on a connection, whichever journey it started in. One that was left for too long ends here, at the
 * time it was due to count as abandoned.
 */
export const openAttempt = (
  journeys: readonly Journey[],
  connectionId: string,
  at: Instant,
): Attempt | undefined => {
  const last = lastAttempt(journeys, connectionId);
  if (last?.abandonsAt && last.abandonsAt <= at) endAttempt(last, 'abandoned', last.abandonsAt);
  return last?.outcome ? undefined : last;
};

/** The attempt that a signal on a connection belongs to: the open one, or a new one if there is none. */
export const attemptFor = (state: CustomerState, signal: AttemptSignal): Attempt => {
  const open = openAttempt(state.journeys, signal.connectionId, signal.at);
  if (open) return touch(carryOver(state, open, signal.at), signal);
  const started: Attempt = {
    connectionId: signal.connectionId,
    software: signal.software,
    startedAt: signal.at,
    endedAt: null,
    outcome: null,
    abandonsAt: addHours(signal.at, ABANDONED_AFTER_HOURS),
    failureReason: null,
    recognizedReason: null,
    correctedBy: null,
    statusCode: null,
    failureText: null,
    reportedBy: [],
  };
  currentJourney(state, signal.at).attempts.push(started);
  return started;
};

/** Moves an attempt that outlived its journey to the current one, so that it isn’t counted twice. */
const carryOver = (state: CustomerState, attempt: Attempt, at: Instant): Attempt => {
  const current = currentJourney(state, at);
  if (current.attempts.includes(attempt)) return attempt;
  for (const journey of state.journeys)
    journey.attempts = journey.attempts.filter((other) => other !== attempt);
  current.attempts.unshift(attempt);
  return attempt;
};

const touch = (attempt: Attempt, { software, at }: AttemptSignal): Attempt => {
  attempt.software ??= software;
  attempt.abandonsAt = addHours(at, ABANDONED_AFTER_HOURS);
  return attempt;
};

export const endAttempt = (
  attempt: Attempt,
  outcome: NonNullable<Attempt['outcome']>,
  at: Instant | null,
): void => {
  attempt.outcome = outcome;
  attempt.endedAt = at;
  attempt.abandonsAt = null;
};

/**
 * Ends the last attempt on a connection authorized, if it has no outcome yet. When that happened is unknown, so the
 * silence since its last signal doesn’t mean that it was abandoned. Returns whether there was one.
 */
export const authorizeAtUnknownTime = (
  { journeys }: CustomerState,
  connectionId: string,
): boolean => {
  const last = lastAttempt(journeys, connectionId);
  if (!last || last.outcome) return false;
  endAttempt(last, 'authorized', null);
  return true;
};

export const failAttempt = (attempt: Attempt, event: JourneyEvent<'connection.failed'>): void => {
  const { data, occurredAt, source } = event;
  endAttempt(attempt, 'failed', occurredAt);
  attempt.reportedBy = [source];
  attempt.failureReason = reasonOf(event, attempt.software);
  attempt.statusCode = data.statusCode ?? null;
  attempt.failureText = data.text;
};

/** Replaces the recognized reason with an agent’s. Does nothing if the attempt is unknown. */
export const correctAttempt = (
  { journeys }: CustomerState,
  { data, actorId }: JourneyEvent<'attempt.corrected'>,
): void => {
  for (const journey of journeys) {
    const failed = journey.attempts.filter(({ outcome }) => outcome === 'failed');
    const corrected = failed.findLast(
      ({ connectionId, endedAt }) =>
        connectionId === data.connectionId && endedAt && isSameMoment(endedAt, data.failedAt),
    );
    if (!corrected) continue;
    corrected.recognizedReason ??= corrected.failureReason;
    corrected.failureReason = data.reason;
    corrected.correctedBy = actorId;
    if (journey.failureReason && corrected === failed.at(-1)) journey.failureReason = data.reason;
  }
};
