import type { JourneyEvent } from './events.ts';
import { addHours, type Instant } from './instant.ts';
import type { Attempt, Journey } from './journey.ts';

/** An attempt without a signal for this long counts as abandoned. */
export const ABANDONED_AFTER_HOURS = 7 * 24;

type AttemptSignal = { connectionId: string; software: string | null; at: Instant };

/**
 * The attempt that a signal on a connection belongs to: the one under way, or a new one when none is.
 * One that was left for too long ended before this signal, at the moment set for it.
 */
export const attemptFor = (journey: Journey, signal: AttemptSignal): Attempt => {
  const last = journey.attempts.findLast((attempt) => attempt.connectionId === signal.connectionId);
  if (last?.abandonsAt && last.abandonsAt <= signal.at)
    endAttempt(last, 'abandoned', last.abandonsAt);
  if (last && !last.endedAt) return touch(last, signal);
  const started: Attempt = {
    connectionId: signal.connectionId,
    software: signal.software,
    startedAt: signal.at,
    endedAt: null,
    outcome: null,
    abandonsAt: addHours(signal.at, ABANDONED_AFTER_HOURS),
    failureReason: null,
    statusCode: null,
    failureText: null,
  };
  journey.attempts.push(started);
  return started;
};

const touch = (attempt: Attempt, { software, at }: AttemptSignal): Attempt => {
  attempt.software ??= software;
  attempt.abandonsAt = addHours(at, ABANDONED_AFTER_HOURS);
  return attempt;
};

export const endAttempt = (
  attempt: Attempt,
  outcome: NonNullable<Attempt['outcome']>,
  at: Instant,
): void => {
  attempt.outcome = outcome;
  attempt.endedAt = at;
  attempt.abandonsAt = null;
};

export const failAttempt = (
  attempt: Attempt,
  { data, occurredAt }: JourneyEvent<'connection.failed'>,
): void => {
  endAttempt(attempt, 'failed', occurredAt);
  attempt.failureReason = data.reason;
  attempt.statusCode = data.statusCode ?? null;
  attempt.failureText = data.text;
};
