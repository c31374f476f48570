import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import { EMPTY_STATE } from './journey.ts';
import { A, at, B, event, FAILURE, journeyAfter, SEND } from './testing/example-events.ts';

const CONNECTED = [event(1, 'connection.authorized', A), event(2, 'data.received', A)];
const LOST = event(9, 'connection.disconnected', { ...A, status: 'Deauthorized' });
const CLOSED = event(10, 'journey.closed', { reason: 'files_instead' });
const REOPENED = event(20, 'journey.reopened', {});

describe('a disconnection', () => {
  it('starts a reconnect journey at created, with the same software', () => {
    const { journeys, connections } = fold([...CONNECTED, LOST]);
    expect(journeys).toMatchObject([
      { kind: 'first', stage: 'streaming', furthestStage: 'streaming' },
      { kind: 'reconnect', stage: 'created', startedAt: at(9), software: 'gbol' },
    ]);
    expect(journeys[1]).toMatchObject({ connectionId: 'a', lastSentAt: null, attempts: [] });
    expect(connections).toEqual({ a: { status: 'gone', software: 'gbol' } });
  });

  it('counts once when reported twice or followed by the deletion', () => {
    const again = event(10, 'connection.disconnected', A);
    const deleted = event(11, 'connection.deleted', { ...A, status: 'Linked' });
    expect(fold([...CONNECTED, LOST, again, deleted]).journeys).toHaveLength(2);
  });

  it('is implied by deleting a live connection, even one we did not know was live', () => {
    const deleted = event(9, 'connection.deleted', A);
    expect(journeyAfter(...CONNECTED, deleted)).toMatchObject({ kind: 'reconnect' });
    const unheardOf = event(9, 'connection.deleted', { ...B, status: 'Linked' });
    expect(journeyAfter(unheardOf)).toMatchObject({ kind: 'reconnect', software: 'akxx' });
  });

  it('leads back to streaming after a new link to the same connection', () => {
    const back = [
      event(10, 'link.sent', SEND),
      event(11, 'connection.authorized', A),
      event(12, 'data.received', A),
    ];
    const { journeys } = fold([...CONNECTED, LOST, ...back]);
    expect(journeys).toHaveLength(2);
    expect(journeys[1]?.reachedAt).toEqual({
      created: at(9),
      invited: at(10),
      authorized: at(11),
      streaming: at(12),
    });
  });

  it('gives the same state when its webhook arrives after the reconnection', () => {
    const back = event(11, 'connection.authorized', A);
    expect(fold([...CONNECTED, back, LOST])).toEqual(fold([...CONNECTED, LOST, back]));
  });

  it.each([
    ['a read that was under way', event(10, 'data.received', A)],
    ['a second report of the loss', event(10, 'connection.disconnected', A)],
    ['the deletion of what is lost', event(10, 'connection.deleted', A)],
  ])('does not count %s as a customer signal', (_, late) => {
    const snoozed = event(9.5, 'customer.updated', { customer: { snoozedUntil: at(99) } });
    const state = fold([...CONNECTED, LOST, snoozed, late]);
    expect(state.journeys.at(-1)).toMatchObject({ stage: 'created', lastSignalAt: at(9) });
    expect(state.pause?.until).toBe(at(99));
  });
});

describe('software that is set to read data once', () => {
  const READS_ONCE = new Set(['gbol']);
  const foldReadOnce = (...events: JourneyEvent[]) => fold(events, EMPTY_STATE, READS_ONCE);

  it('ends access after the read without losing the customer', () => {
    const { journeys, connections } = foldReadOnce(...CONNECTED, LOST);
    expect(journeys).toMatchObject([{ kind: 'first', stage: 'streaming' }]);
    expect(connections).toMatchObject({ a: { status: 'gone' } });
  });

  it('also does when the sync notices the read and the end later', () => {
    const later = [event(2, 'data.received', { ...A, noticedLater: true }), LOST];
    expect(foldReadOnce(event(1, 'software.selected', A), ...later).journeys).toHaveLength(1);
  });

  it('can be read again', () => {
    const again = [event(10, 'connection.authorized', A), event(11, 'data.received', A)];
    const ended = event(12, 'connection.disconnected', { ...A, status: 'Deauthorized' });
    const { journeys } = foldReadOnce(...CONNECTED, LOST, ...again, ended);
    expect(journeys).toMatchObject([{ stage: 'streaming', attempts: [{}, {}] }]);
  });

  it.each<[string, JourneyEvent[]]>([
    ['access ended before data was read', [event(1, 'connection.authorized', A), LOST]],
    [
      'the customer disconnected',
      [...CONNECTED, event(9, 'connection.disconnected', { ...A, status: 'Unlinked' })],
    ],
    ['the connection was deleted', [...CONNECTED, event(9, 'connection.deleted', A)]],
    [
      'other software ended access',
      [
        event(1, 'connection.authorized', B),
        event(2, 'data.received', B),
        event(9, 'connection.disconnected', { ...B, status: 'Deauthorized' }),
      ],
    ],
  ])(
    'loses a customer whose data it has still to read, or whose end is another: %s',
    (_, events) => {
      expect(foldReadOnce(...events).journeys.at(-1)).toMatchObject({ kind: 'reconnect' });
    },
  );
});

describe('a customer with two connections', () => {
  const BOTH = [...CONNECTED, event(3, 'connection.authorized', B)];

  it('stays connected after losing one while the other is live', () => {
    const { journeys, connections } = fold([...BOTH, LOST]);
    expect(journeys).toMatchObject([{ kind: 'first', stage: 'streaming' }]);
    expect(connections).toMatchObject({ a: { status: 'gone' }, b: { status: 'linked' } });
  });

  it('is on the one that stays', () => {
    expect(journeyAfter(...BOTH, LOST)).toMatchObject({ connectionId: 'b', software: 'akxx' });
    const deleted = event(9, 'connection.deleted', A);
    expect(journeyAfter(...BOTH, deleted)).toMatchObject({ connectionId: 'b', software: 'akxx' });
    const other = event(9, 'connection.disconnected', B);
    expect(journeyAfter(...BOTH, other)).toMatchObject({ connectionId: 'a', software: 'gbol' });
  });

  it('is disconnected after losing both', () => {
    const { journeys } = fold([...BOTH, LOST, event(10, 'connection.disconnected', B)]);
    expect(journeys).toMatchObject([
      { kind: 'first' },
      { kind: 'reconnect', startedAt: at(10), software: 'akxx' },
    ]);
  });

  it('is disconnected after losing the live one while the other is only pending', () => {
    const pending = event(3, 'software.selected', B);
    expect(journeyAfter(...CONNECTED, pending, LOST).kind).toBe('reconnect');
  });
});

describe('an agent', () => {
  const SELECTED = event(1, 'software.selected', A);
  const FAILED = event(2, 'connection.failed', { ...A, ...FAILURE });

  it('closes a journey with a reason, whatever its stage', () => {
    expect(journeyAfter(SELECTED, CLOSED)).toMatchObject({
      stage: 'selected',
      closedAt: at(10),
      closedReason: 'files_instead',
    });
  });

  it('reopens a closed journey where it was, with its failure', () => {
    const { spells: _, ...before } = journeyAfter(SELECTED, FAILED);
    // Only the time in which nobody waited for the customer is over.
    const { spells: __, ...after } = journeyAfter(SELECTED, FAILED, CLOSED, REOPENED);
    expect(after).toEqual(before);
    expect(after).toMatchObject({ failedAttempts: 1, failureReason: 'cancelled' });
  });

  it.each(['duplicate', 'not_our_customer'] as const)(
    'who closed a journey as %s does not wait for them to reconnect',
    (reason) => {
      const closed = event(8, 'journey.closed', { reason });
      const { journeys } = fold([...CONNECTED, closed, LOST]);
      expect(journeys).toMatchObject([
        { kind: 'first', closedAt: at(8), closedReason: reason, stage: 'created' },
      ]);
      expect(fold([...CONNECTED, closed, LOST, REOPENED]).journeys).toMatchObject([
        { kind: 'first', closedAt: null },
        { kind: 'reconnect', startedAt: at(20), software: 'gbol', connectionId: 'a' },
      ]);
    },
  );

  it('who closed a journey as duplicate is told when access is approved again after its loss', () => {
    const closed = event(8, 'journey.closed', { reason: 'duplicate' });
    const back = event(11, 'connection.authorized', A);
    expect(fold([...CONNECTED, closed, LOST, back]).journeys).toMatchObject([
      { kind: 'first', closedAt: null, attempts: [{ outcome: 'authorized' }] },
      {
        kind: 'reconnect',
        stage: 'authorized',
        reopenedAt: at(11),
        attempts: [{ endedAt: at(11) }],
      },
    ]);
  });

  it('who closed a journey for another reason sees them reconnect', () => {
    const closed = event(8, 'journey.closed', { reason: 'files_instead' });
    expect(journeyAfter(...CONNECTED, closed, LOST)).toMatchObject({ kind: 'reconnect' });
  });

  it.each([
    ['an approval', event(11, 'connection.authorized', A)],
    ['received data', event(11, 'data.received', A)],
  ])('who closed a journey is told that %s reopened it', (_, approval) => {
    expect(journeyAfter(SELECTED, CLOSED, approval)).toMatchObject({
      kind: 'first',
      closedAt: null,
      closedReason: null,
      reopenedAt: at(11),
    });
    const closedAgain = event(12, 'journey.closed', { reason: 'duplicate' });
    expect(journeyAfter(SELECTED, CLOSED, approval, closedAgain).reopenedAt).toBeNull();
  });

  it('who closed the journey of a connected customer leaves it closed as data goes on', () => {
    const data = event(11, 'data.received', A);
    expect(journeyAfter(...CONNECTED, CLOSED, data).closedAt).toBe(at(10));
  });

  it('reopens the journey of a connected customer without disconnecting them', () => {
    const { journeys } = fold([...CONNECTED, CLOSED, REOPENED]);
    expect(journeys).toMatchObject([
      { kind: 'first', stage: 'streaming', closedAt: null, closedReason: null },
    ]);
  });

  it('changes nothing by reopening an open journey', () => {
    const state = fold([SELECTED]);
    expect(fold([SELECTED, REOPENED])).toEqual({ ...state, lastActivityAt: at(20) });
  });
});
