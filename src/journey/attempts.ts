import type { JourneyEvent, ResolvedEvent } from './events.ts';
import type { FailureReason } from './failure-reasons.ts';
import { addHours, type Instant, isSameMoment } from './instant.ts';
import type { Attempt, CustomerState, EventKey, Journey } from './journey.ts';
import { currentJourney } from './progress.ts';
import { reasonOf } from './recognize-reason.ts';

/** An attempt without a signal for this long counts as abandoned. */
export const ABANDONED_AFTER_HOURS = 7 * 24;

type AttemptSignal = { connectionId: string; software: string | null; at: Instant };

/** Looks from the end, because only the newest journeys and attempts may be at hand. */
export const lastAttempt = (
  journeys: readonly Journey[],
  connectionId: string,
): Attempt | undefined => {
  const lastOf = ({ attempts }: Journey) =>
    attempts.findLast((attempt) => attempt.connectionId === connectionId);
  const journey = journeys.findLast((one) => lastOf(one) !== undefined);
  return journey && lastOf(journey);
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
  if (current.attempts.lastIndexOf(attempt) >= 0) return attempt;
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

export const failAttempt = (attempt: Attempt, event: ResolvedEvent<'connection.failed'>): void => {
  const { data, occurredAt, source, sourceId } = event;
  endAttempt(attempt, 'failed', occurredAt);
  attempt.reportedBy = [{ source, sourceId }];
  attempt.failureReason = reasonOf(event, attempt.software);
  attempt.statusCode = data.statusCode ?? null;
  attempt.failureText = data.text;
};

/** Attempts are in the order in which they began, which is not that in which they failed. */
const lastFailed = ({ attempts }: Journey): Attempt | undefined =>
  attempts
    .filter(({ outcome }) => outcome === 'failed')
    .sort((a, b) => Date.parse(a.endedAt ?? '') - Date.parse(b.endedAt ?? ''))
    .at(-1);

/** Replaces the reason of a failed attempt, and of the journey whose last failure it is. */
export const replaceReason = (
  { journeys }: CustomerState,
  attempt: Attempt,
  reason: FailureReason,
): void => {
  attempt.failureReason = reason;
  for (const journey of journeys)
    if (journey.failureReason && lastFailed(journey) === attempt) journey.failureReason = reason;
};

const distance = (a: Instant, b: Instant): number => Math.abs(Date.parse(a) - Date.parse(b));

const isReportedBy = ({ reportedBy }: Attempt, { source, sourceId }: EventKey): boolean =>
  reportedBy.some((report) => report.source === source && report.sourceId === sourceId);

/** The failed attempt that a correction is about. Corrections recorded without an event name the time alone. */
const correctedAttempt = (
  { journeys }: CustomerState,
  { connectionId, failedAt, failure }: JourneyEvent<'attempt.corrected'>['data'],
): Attempt | undefined => {
  const failed = journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connectionId && attempt.outcome === 'failed');
  const named = failure && failed.find((attempt) => isReportedBy(attempt, failure));
  const near = failed.flatMap((attempt) =>
    attempt.endedAt && isSameMoment(attempt.endedAt, failedAt)
      ? [{ attempt, apart: distance(attempt.endedAt, failedAt) }]
      : [],
  );
  return named ?? near.sort((a, b) => a.apart - b.apart)[0]?.attempt;
};

/** Replaces the recognized reason with an agent’s. Does nothing if the attempt is unknown. */
export const correctAttempt = (
  state: CustomerState,
  { data, actorId }: JourneyEvent<'attempt.corrected'>,
): void => {
  const corrected = correctedAttempt(state, data);
  if (!corrected) return;
  corrected.recognizedReason ??= corrected.failureReason;
  corrected.correctedBy = actorId;
  replaceReason(state, corrected, data.reason);
};
