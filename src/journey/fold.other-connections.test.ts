import { describe, expect, it } from 'vitest';
import { SOURCE_TYPES } from '../common/event-types.ts';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import { listOthers } from './other-connections.ts';
import { A, at, event, FAILURE, journeyAfter } from './testing/example-events.ts';

const BANK = { connectionId: 'bank', software: 'dfxm', softwareName: 'Basiq' };
const BANKING = { ...BANK, sourceType: 'Banking' } as const;
const OTHER_TYPES = SOURCE_TYPES.filter((type) => type !== 'Accounting');

const SELECTED = event(1, 'software.selected', A);
const STREAMING = [event(2, 'connection.authorized', A), event(3, 'data.received', A)];
const LOST = event(9, 'connection.disconnected', { ...A, status: 'Deauthorized' });

describe('a connection that isn’t an accounting one', () => {
  it.each(OTHER_TYPES)('of type %s leaves the journey where it is when it is linked', (type) => {
    const linked = event(5, 'connection.authorized', { ...BANK, sourceType: type });
    const state = fold([SELECTED, linked]);
    expect(state.journeys).toEqual(fold([SELECTED]).journeys);
    expect(listOthers(state)).toEqual([
      { id: 'bank', sourceType: type, name: 'Basiq', status: 'linked' },
    ]);
  });

  it.each<[string, JourneyEvent]>([
    ['selected', event(5, 'software.selected', BANKING)],
    ['initiated', event(5, 'connection.initiated', BANKING)],
    ['authorized', event(5, 'connection.authorized', BANKING)],
    ['failed', event(5, 'connection.failed', { ...BANKING, ...FAILURE })],
    ['read', event(5, 'data.received', BANKING)],
    ['disconnected', event(5, 'connection.disconnected', BANKING)],
    ['deleted', event(5, 'connection.deleted', { ...BANKING, status: 'Linked' })],
  ])('changes no journey, attempt, snooze or last activity when it is %s', (_, signal) => {
    const snoozed = event(4, 'customer.updated', { customer: { snoozedUntil: at(99) } });
    const {
      otherConnections: _others,
      selections: _selections,
      ...before
    } = fold([SELECTED, snoozed]);
    expect(fold([SELECTED, snoozed, signal])).toMatchObject(before);
  });

  it('does not keep a customer connected who lost their accounting connection', () => {
    const linked = event(4, 'connection.authorized', BANKING);
    expect(journeyAfter(...STREAMING, linked, LOST)).toMatchObject({
      kind: 'reconnect',
      stage: 'created',
      software: 'gbol',
    });
  });

  it('leaves a failure of the accounting connection visible', () => {
    const linked = event(4, 'connection.authorized', BANKING);
    const failed = event(5, 'connection.failed', { ...A, ...FAILURE });
    expect(journeyAfter(SELECTED, linked, failed)).toMatchObject({
      failedAttempts: 1,
      lastSignalFailed: true,
    });
  });

  it('is one from its beginning, even if only a later event tells its source type', () => {
    const untold = [
      event(2, 'software.selected', BANK),
      event(3, 'connection.authorized', BANK),
      event(4, 'data.received', { connectionId: 'bank' }),
    ];
    const told = event(6, 'software.selected', BANKING, 'sync');
    const state = fold([SELECTED, ...untold, told]);
    expect(state.journeys).toEqual(fold([SELECTED]).journeys);
    expect(state.connections).not.toHaveProperty('bank');
    expect(listOthers(state)).toMatchObject([{ sourceType: 'Banking', status: 'linked' }]);
  });

  it.each<[string, JourneyEvent[]]>([
    ['pending', [event(2, 'connection.failed', { ...BANKING, ...FAILURE })]],
    ['linked', [event(2, 'data.received', BANKING)]],
    [
      'disconnected',
      [
        event(2, 'connection.authorized', BANKING),
        event(3, 'connection.disconnected', BANKING),
        event(4, 'data.received', BANKING),
      ],
    ],
    [
      'linked',
      [event(2, 'connection.disconnected', BANKING), event(3, 'connection.authorized', BANKING)],
    ],
  ])('is listed as %s', (status, events) => {
    expect(listOthers(fold(events))).toMatchObject([{ status }]);
  });

  it('is no longer listed once it is deleted', () => {
    const deleted = event(3, 'connection.deleted', BANKING);
    expect(listOthers(fold([event(2, 'software.selected', BANKING), deleted]))).toEqual([]);
  });
});

describe('a connection without a source type', () => {
  it('counts as an accounting one', () => {
    const state = fold([event(1, 'connection.authorized', BANK)]);
    expect(state.journeys).toMatchObject([{ stage: 'authorized', connectionId: 'bank' }]);
    expect(state.otherConnections).toEqual({});
  });
});
