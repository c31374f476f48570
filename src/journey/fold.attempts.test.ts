import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import { A, at, B, event, FAILURE, journeyAfter } from './testing/example-events.ts';

const attemptsAfter = (...events: JourneyEvent[]) =>
  fold(events).journeys.flatMap(({ attempts }) => attempts);
const selected = (hour: number, on = A) => event(hour, 'software.selected', on);
const initiated = (hour: number, on = A) => event(hour, 'connection.initiated', on);
const failed = (hour: number, on = A) => event(hour, 'connection.failed', { ...on, ...FAILURE });
const authorized = (hour: number, on = A) => event(hour, 'connection.authorized', on);

const WEEK = 7 * 24;

describe('an attempt', () => {
  it('starts when software is selected and is abandoned after a week without a signal', () => {
    expect(attemptsAfter(selected(1))).toEqual([
      {
        connectionId: 'a',
        software: 'gbol',
        startedAt: at(1),
        endedAt: null,
        outcome: null,
        abandonsAt: at(1 + WEEK),
        failureReason: null,
        recognizedReason: null,
        correctedBy: null,
        statusCode: null,
        failureText: null,
        reportedBy: [],
      },
    ]);
  });

  it('stays open with every further signal on its connection', () => {
    expect(attemptsAfter(selected(1), selected(2), initiated(100))).toMatchObject([
      { startedAt: at(1), abandonsAt: at(100 + WEEK) },
    ]);
  });

  it('ends authorized', () => {
    expect(attemptsAfter(selected(1), authorized(2))).toMatchObject([
      { startedAt: at(1), endedAt: at(2), outcome: 'authorized', abandonsAt: null },
    ]);
  });

  it('ends authorized when received data implies the approval', () => {
    expect(attemptsAfter(selected(1), event(3, 'data.received', A))).toMatchObject([
      { endedAt: at(3), outcome: 'authorized' },
    ]);
  });

  it('ends authorized when lost access implies the approval', () => {
    expect(attemptsAfter(selected(1), event(3, 'connection.disconnected', A))).toMatchObject([
      { endedAt: at(3), outcome: 'authorized' },
    ]);
  });

  it.each<[string, JourneyEvent]>([
    [
      'an approval from before we first saw the connection',
      event(400, 'connection.authorized', { ...A, noticedLater: true, beforeFirstSight: true }),
    ],
    ['data noticed later', event(400, 'data.received', { ...A, noticedLater: true })],
    ['a loss noticed later', event(400, 'connection.disconnected', { ...A, noticedLater: true })],
  ])('ends authorized at an unknown time by %s, however long it was silent', (_, later) => {
    expect(attemptsAfter(selected(1), later)).toMatchObject([
      { startedAt: at(1), outcome: 'authorized', endedAt: null, abandonsAt: null },
    ]);
  });

  it('that ended at an unknown time is not open any more', () => {
    const linked = event(2, 'connection.authorized', {
      ...A,
      noticedLater: true,
      beforeFirstSight: true,
    });
    const lost = event(3, 'connection.disconnected', A);
    expect(attemptsAfter(selected(1), linked, lost, selected(4))).toMatchObject([
      { outcome: 'authorized', endedAt: null },
      { outcome: null, startedAt: at(4) },
    ]);
  });

  it('ends failed with the reason, code and text as received', () => {
    expect(attemptsAfter(selected(1), failed(2))).toMatchObject([
      {
        endedAt: at(2),
        outcome: 'failed',
        abandonsAt: null,
        failureReason: 'cancelled',
        statusCode: '403',
        failureText: 'User cancelled linking',
      },
    ]);
  });

  it.each([
    ['goes on just before a week has passed', 1 + WEEK - 0.001, [{ startedAt: at(1) }]],
    [
      'was abandoned after exactly a week, and the late signal starts the next',
      1 + WEEK,
      [
        { outcome: 'abandoned', endedAt: at(1 + WEEK), abandonsAt: null },
        { outcome: null, startedAt: at(1 + WEEK), endedAt: null },
      ],
    ],
  ])('%s', (_, hour, expected) => {
    const attempts = attemptsAfter(selected(1), initiated(hour));
    expect(attempts).toHaveLength(expected.length);
    expect(attempts).toMatchObject(expected);
  });

  it('starts with the next signal on the connection after a failure', () => {
    expect(attemptsAfter(selected(1), failed(2), initiated(3))).toMatchObject([
      { startedAt: at(1), endedAt: at(2) },
      { startedAt: at(3), endedAt: null },
    ]);
  });

  it('on one connection leaves one on another connection open', () => {
    expect(attemptsAfter(selected(1), selected(2, B), failed(3))).toMatchObject([
      { connectionId: 'a', outcome: 'failed' },
      { connectionId: 'b', software: 'akxx', outcome: null, abandonsAt: at(2 + WEEK) },
    ]);
  });

  it('ends abandoned when its connection is deleted', () => {
    expect(attemptsAfter(selected(1), event(2, 'connection.deleted', A))).toMatchObject([
      { outcome: 'abandoned', endedAt: at(2) },
    ]);
  });

  it('does not start by deleting a connection that is unknown or whose attempt has ended', () => {
    expect(attemptsAfter(failed(1), event(2, 'connection.deleted', A))).toHaveLength(1);
    expect(attemptsAfter(event(2, 'connection.deleted', B))).toEqual([]);
  });

  it('does not start with a signal on a live connection', () => {
    const late = [selected(2), initiated(3), failed(4), authorized(5)];
    expect(attemptsAfter(authorized(1), ...late)).toHaveLength(1);
  });

  it('that outlives its journey ends once, in the next journey', () => {
    const lost = event(3, 'connection.disconnected', B);
    const { journeys } = fold([authorized(0, B), selected(1), lost, authorized(4)]);
    expect(journeys).toMatchObject([
      { attempts: [{ connectionId: 'b', outcome: 'authorized' }] },
      { attempts: [{ startedAt: at(1), endedAt: at(4), outcome: 'authorized' }] },
    ]);
  });
});

describe('failures', () => {
  const thrice = [failed(1), failed(2), failed(3, B)];

  it('in a row go on over an abandoned attempt, which is not one of them', () => {
    const list = [failed(1), selected(2), failed(2 + WEEK), selected(3 + WEEK)];
    const abandoned = journeyAfter(...list, failed(4 + 2 * WEEK));
    expect(abandoned.attempts.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'abandoned',
      'failed',
      'abandoned',
      'failed',
    ]);
    expect(abandoned.failedAttempts).toBe(3);
  });

  it('in a row are counted across all connections, with the last reason', () => {
    expect(journeyAfter(...thrice)).toMatchObject({
      stage: 'initiated',
      failedAttempts: 3,
      failureReason: 'cancelled',
      lastSignalFailed: true,
      lastSignalAt: at(3),
    });
  });

  it('count once when two sources report them within minutes, and twice when one source does', () => {
    const bySdk = (hour: number) => ({ ...failed(hour), source: 'sdk' as const });
    const soon = 1 / 60;
    expect(journeyAfter(failed(1), bySdk(1 + soon))).toMatchObject({ failedAttempts: 1 });
    expect(journeyAfter(failed(1), failed(1 + soon))).toMatchObject({ failedAttempts: 2 });
    expect(journeyAfter(failed(1), bySdk(2))).toMatchObject({ failedAttempts: 2 });
    const twice = [failed(1), bySdk(1 + soon), failed(1 + 2 * soon), bySdk(1 + 3 * soon)];
    expect(journeyAfter(...twice)).toMatchObject({ failedAttempts: 2, lastSignalFailed: true });
    expect(journeyAfter(...twice).attempts).toHaveLength(2);
  });

  it('keep counting when other software is selected, but are no longer the last signal', () => {
    expect(journeyAfter(...thrice, selected(4, B))).toMatchObject({
      failedAttempts: 3,
      lastSignalFailed: false,
    });
  });

  it.each([
    ['access approved', authorized(4)],
    ['data read', event(4, 'data.received', A)],
  ])('are reset by a success: %s', (_, success) => {
    expect(journeyAfter(...thrice, success)).toMatchObject({
      failedAttempts: 0,
      failureReason: null,
      lastSignalFailed: false,
    });
  });

  it('on another connection do not count for a connected customer', () => {
    const journey = journeyAfter(authorized(1), failed(2, B));
    expect(journey).toMatchObject({ stage: 'authorized', failedAttempts: 0, failureReason: null });
    expect(journey.lastSignalFailed).toBe(false);
    expect(journey.attempts).toMatchObject([{ outcome: 'authorized' }, { outcome: 'failed' }]);
  });
});

describe('a reason corrected by an agent', () => {
  const corrected = (hour: number, failedHour: number, reason: 'not_administrator' | 'unknown') => {
    const data = { connectionId: 'a', failedAt: at(failedHour), reason };
    return event(hour, 'attempt.corrected', data, 'agent');
  };

  it('replaces the recognized reason, which is kept', () => {
    expect(attemptsAfter(failed(2), corrected(3, 2, 'not_administrator'))).toMatchObject([
      {
        failureReason: 'not_administrator',
        recognizedReason: 'cancelled',
        correctedBy: 'agent-1',
      },
    ]);
  });

  it('keeps the recognized reason when corrected again', () => {
    const [attempt] = attemptsAfter(
      failed(2),
      corrected(3, 2, 'not_administrator'),
      corrected(4, 2, 'unknown'),
    );
    expect(attempt).toMatchObject({ failureReason: 'unknown', recognizedReason: 'cancelled' });
  });

  it('becomes the journey’s reason if it is about the last failure', () => {
    const journey = journeyAfter(failed(2), failed(4), corrected(5, 4, 'not_administrator'));
    expect(journey.failureReason).toBe('not_administrator');
  });

  it('leaves the journey’s reason unchanged if it is about an earlier failure', () => {
    const journey = journeyAfter(failed(2), failed(4), corrected(5, 2, 'not_administrator'));
    expect(journey.failureReason).toBe('cancelled');
    expect(journey.attempts.map(({ failureReason }) => failureReason)).toEqual([
      'not_administrator',
      'cancelled',
    ]);
  });

  it('goes to the nearest of several failures within minutes', () => {
    const soon = 1 / 60;
    const attempts = attemptsAfter(
      failed(2),
      failed(2 + 2 * soon),
      failed(2 + 4 * soon),
      corrected(3, 2 + soon / 2, 'not_administrator'),
      corrected(4, 2 + 3.5 * soon, 'unknown'),
    );
    expect(attempts.map(({ failureReason }) => failureReason)).toEqual([
      'not_administrator',
      'cancelled',
      'unknown',
    ]);
  });

  it('goes to the attempt whose failure it names, whatever its time', () => {
    const soon = 1 / 60;
    const [first, second] = [failed(2), failed(2 + soon)];
    const correction = corrected(3, 2, 'not_administrator');
    const { source, sourceId } = second;
    const named = { ...correction, data: { ...correction.data, failure: { source, sourceId } } };
    expect(attemptsAfter(first, second, named)).toMatchObject([
      { failureReason: 'cancelled', correctedBy: null },
      { failureReason: 'not_administrator', correctedBy: 'agent-1' },
    ]);
  });

  it('goes to one attempt only, also across a lost connection', () => {
    const soon = 1 / 60;
    const attempts = attemptsAfter(
      failed(2),
      authorized(2 + soon),
      event(2 + 2 * soon, 'connection.disconnected', A),
      failed(2 + 3 * soon),
      corrected(3, 2 + 3 * soon, 'not_administrator'),
    );
    expect(attempts.map(({ failureReason }) => failureReason)).toEqual([
      'cancelled',
      null,
      'not_administrator',
    ]);
  });

  it('changes nothing if there is no such attempt', () => {
    expect(attemptsAfter(failed(2), corrected(9, 8, 'unknown'))).toMatchObject([
      { failureReason: 'cancelled', recognizedReason: null },
    ]);
  });
});
