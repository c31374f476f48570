import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, ORDER } from '../common/event-types.ts';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import { A, at, B, event, FAILURE, journeyAfter } from './testing/example-events.ts';

const MINUTE = 1 / 60;

const by = (source: JourneyEvent['source'], told: JourneyEvent): JourneyEvent => ({
  ...told,
  source,
});
const selected = (hour: number, on: object = A) =>
  event(hour, 'software.selected', { ...A, ...on });
const opened = (hour: number) => event(hour, 'link.opened', {}, 'link');
/** What software says, by the reason recognized. */
const TEXTS = {
  unknown: 'Unknown error occurred.',
  cancelled: 'User cancelled linking',
  link_expired: 'The link has expired',
};
const failed = (hour: number, reason: keyof typeof TEXTS, on: object = A) =>
  event(hour, 'connection.failed', { ...A, ...on, text: TEXTS[reason] });

describe('one failure told by two doors', () => {
  it.each([
    ['first', ['unknown', 'cancelled']],
    ['last', ['cancelled', 'unknown']],
  ] as const)('has the reason that is known, though unknown was told %s', (_, [one, two]) => {
    const journey = journeyAfter(failed(1, one), by('sdk', failed(1 + MINUTE, two)));
    expect(journey).toMatchObject({ failedAttempts: 1, failureReason: 'cancelled' });
    expect(journey.attempts).toMatchObject([
      { endedAt: at(1), failureReason: 'cancelled', failureText: TEXTS.cancelled },
    ]);
  });

  it('keeps the first of two known reasons', () => {
    const journey = journeyAfter(
      failed(1, 'cancelled'),
      by('sdk', failed(1 + MINUTE, 'link_expired')),
    );
    expect(journey.failureReason).toBe('cancelled');
  });

  it('keeps an agent’s correction, whatever the second door tells', () => {
    const data = { connectionId: 'a', failedAt: at(1), reason: 'wrong_entity' } as const;
    const corrected = event(1 + MINUTE, 'attempt.corrected', data, 'agent');
    const journey = journeyAfter(
      failed(1, 'unknown'),
      corrected,
      by('sdk', failed(1 + 2 * MINUTE, 'cancelled')),
    );
    expect(journey.failureReason).toBe('wrong_entity');
    expect(journey.attempts).toMatchObject([
      { failureReason: 'wrong_entity', recognizedReason: 'cancelled' },
    ]);
  });

  it('becomes two when the link was opened in between', () => {
    const journey = journeyAfter(
      failed(1, 'cancelled'),
      opened(1 + MINUTE),
      by('return', failed(1 + 2 * MINUTE, 'cancelled')),
    );
    expect(journey).toMatchObject({ failedAttempts: 2 });
  });

  it('is one however long the customer stayed before they returned', () => {
    const back = by('return', failed(3, 'cancelled'));
    const journey = journeyAfter(opened(0.5), failed(1, 'cancelled'), back);
    expect(journey).toMatchObject({ failedAttempts: 1, lastSignalAt: at(1) });
    expect(journeyAfter(failed(1, 'cancelled'), opened(2), back).failedAttempts).toBe(2);
  });

  it('takes nobody back who has selected other software meanwhile', () => {
    const journey = journeyAfter(
      failed(1, 'cancelled'),
      selected(1 + MINUTE, B),
      by('sdk', failed(1 + 2 * MINUTE, 'cancelled')),
    );
    expect(journey).toMatchObject({ stage: 'selected', connectionId: 'b', isStopped: false });
    expect(journey).toMatchObject({ lastSignalAt: at(1 + MINUTE), lastSignalFailed: false });
  });
});

describe('a selection told by another door', () => {
  it('within five minutes starts no attempt and takes nobody back', () => {
    const story = [selected(1), failed(1 + MINUTE, 'cancelled')];
    const before = journeyAfter(...story);
    expect(journeyAfter(...story, by('sdk', selected(1 + 2 * MINUTE)))).toEqual(before);
  });

  it('within five minutes leaves a customer on the software selected since', () => {
    const story = [selected(1), selected(1 + MINUTE, B)];
    expect(journeyAfter(...story, by('sdk', selected(1 + 2 * MINUTE)))).toMatchObject({
      connectionId: 'b',
      software: 'akxx',
    });
  });

  it.each([
    ['told by the same door', selected(1 + 2 * MINUTE)],
    ['told after more than five minutes', by('sdk', selected(1.1))],
  ])('starts an attempt when %s', (_, again) => {
    const { attempts } = journeyAfter(selected(1), failed(1 + MINUTE, 'cancelled'), again);
    expect(attempts).toMatchObject([{ outcome: 'failed' }, { outcome: null }]);
  });

  it('starts an attempt after each door has told the one before', () => {
    const { attempts } = journeyAfter(
      selected(1),
      by('sdk', selected(1 + MINUTE)),
      failed(1 + 2 * MINUTE, 'cancelled'),
      by('sdk', selected(1 + 3 * MINUTE)),
    );
    expect(attempts).toHaveLength(2);
  });
});

describe('a callback without a connection', () => {
  const consent = by('sdk', event(3, 'connection.initiated', {}));
  const error = by('sdk', event(3, 'connection.failed', FAILURE));

  it('is about the connection selected last before it, whenever it arrives', () => {
    const expected = { stage: 'initiated', connectionId: 'b', software: 'akxx' };
    const story = [selected(1), selected(2, B), consent, selected(4)];
    expect(journeyAfter(selected(1), selected(2, B), consent)).toMatchObject(expected);
    expect(fold(story.toReversed())).toEqual(fold(story));
    expect(fold(story).journeys[0]?.reachedAt.initiated).toBe(at(3));
  });

  it('that reports an error fails the attempt on it', () => {
    expect(journeyAfter(selected(1), selected(2, B), error)).toMatchObject({
      failedAttempts: 1,
      connectionId: 'b',
      attempts: [
        { connectionId: 'a', outcome: null },
        { connectionId: 'b', outcome: 'failed' },
      ],
    });
  });

  it('is about no accounting connection after another one was selected', () => {
    const bank = event(2, 'software.selected', { connectionId: 'bank', sourceType: 'Banking' });
    expect(journeyAfter(selected(1), bank, error)).toMatchObject({
      stage: 'selected',
      attempts: [{ outcome: null }],
    });
  });

  it('that reports an approval is a sign of life only, as it may be about uploaded files', () => {
    const approval = by('sdk', event(3, 'connection.authorized', {}));
    expect(journeyAfter(selected(1), approval)).toMatchObject({
      stage: 'selected',
      lastSignalAt: at(3),
      attempts: [{ outcome: null }],
    });
  });

  it.each([consent, error])('is a sign of life when none was selected', (callback) => {
    expect(journeyAfter(event(0, 'customer.created', {}), callback)).toMatchObject({
      stage: 'opened',
      lastSignalAt: at(3),
      firstSignalAt: at(3),
      attempts: [],
    });
  });
});

describe('software named by a later event', () => {
  it.each([
    ['a selection', event(3, 'software.selected', A)],
    ['received data', event(3, 'data.received', A)],
    ['its loss', event(3, 'connection.disconnected', A)],
  ])('is added to an earlier attempt: %s', (_, later) => {
    const unnamed = event(1, 'connection.failed', { connectionId: 'a', ...FAILURE });
    const { journeys, connections } = fold([unnamed, later]);
    expect(journeys[0]?.software).toBe('gbol');
    expect(journeys[0]?.attempts[0]).toMatchObject({ outcome: 'failed', software: 'gbol' });
    expect(connections.a?.software).toBe('gbol');
  });
});

describe('events at the same time', () => {
  it('are read causes first, whatever their ids', () => {
    const story = [
      event(1, 'software.selected', A),
      event(1, 'connection.failed', { ...A, ...FAILURE }),
      event(1, 'connection.authorized', A),
      event(1, 'data.received', A),
    ].map((one, index) => ({ ...one, sourceId: `${9 - index}` }));
    expect(fold(story).journeys).toMatchObject([
      { stage: 'streaming', attempts: [{ outcome: 'failed' }, { outcome: 'authorized' }] },
    ]);
  });

  it('have an order for every type', () => {
    expect(new Set(Object.values(ORDER)).size).toBe(EVENT_TYPES.length);
  });
});
