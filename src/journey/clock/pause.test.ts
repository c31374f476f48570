import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { DEFAULT_THRESHOLDS, stuckState } from '../stuck.ts';
import { A, at, event, FAILURE, SEND } from '../testing/example-events.ts';
import { DEFAULT_CALENDAR } from './working-time.ts';

const SETTINGS = { thresholds: DEFAULT_THRESHOLDS, software: {}, calendar: DEFAULT_CALENDAR };

type Change = JourneyEvent<'customer.updated'>['data']['customer'] & {};

const pause = (hour: number, customer: Change) =>
  event(hour, 'customer.updated', { customer }, 'agent');
const OPENED = event(0, 'link.opened', {});
const SIGNAL = event(20, 'software.selected', A);

const pausedAfter = (...events: JourneyEvent[]) => fold([OPENED, ...events]).pause;
const stuckAtAfter = (...events: JourneyEvent[]) =>
  stuckState(fold([OPENED, ...events]), SETTINGS).stuckAt;

describe('patience of 24 hours', () => {
  it.each<[string, JourneyEvent[], number | null]>([
    ['runs out a day later', [], 24],
    ['runs on during a snooze', [pause(4, { snoozedUntil: at(30) })], 24],
    ['runs on until a booked call', [pause(4, { waitingFor: 'call', waitingUntil: at(30) })], 24],
    ['runs on until a date', [pause(4, { waitingFor: 'date', waitingUntil: at(30) })], 24],
    [
      'rests for an IT department',
      [pause(4, { waitingFor: 'customer_it', waitingUntil: at(30) })],
      50,
    ],
    ['never ends while nobody knows until when', [pause(4, { waitingFor: 'connection' })], null],
    ['has run out already before a wait', [pause(30, { waitingFor: 'vendor' })], 24],
    [
      'goes on when an agent ends a wait',
      [pause(4, { waitingFor: 'vendor' }), pause(9, { waitingFor: null })],
      29,
    ],
    [
      'goes on during a snooze instead',
      [pause(4, { waitingFor: 'vendor' }), pause(9, { snoozedUntil: at(30) })],
      29,
    ],
    [
      'rests as long when another date is set',
      [pause(4, { waitingFor: 'vendor', waitingUntil: at(8) }), pause(6, { waitingUntil: at(30) })],
      50,
    ],
    [
      'runs between two waits',
      [
        pause(4, { waitingFor: 'vendor', waitingUntil: at(6) }),
        pause(10, { waitingFor: 'codat', waitingUntil: at(13) }),
      ],
      29,
    ],
  ])('%s', (_, events, hour) => {
    expect(stuckAtAfter(...events)).toBe(hour === null ? null : at(hour));
  });

  it('since the third failure also rests during a wait that the fourth ended', () => {
    const failures = [1, 2, 3, 13].map((hour) =>
      event(hour, 'connection.failed', { ...A, ...FAILURE }),
    );
    const settings = {
      ...SETTINGS,
      thresholds: { ...DEFAULT_THRESHOLDS, repeated_failures: { hours: 24, onPremiseHours: null } },
    };
    const state = fold([...failures, pause(5, { waitingFor: 'vendor' })]);
    expect(stuckState(state, settings).stuckAt).toBe(at(3 + 24 + 8));
  });
});

describe('a pause', () => {
  const ENDLESS = { waitingFor: 'vendor' } as const;
  const DATED = { waitingFor: 'call', waitingUntil: at(30) } as const;

  it.each<[string, Change, JourneyEvent]>([
    ['a snooze by a signal', { snoozedUntil: at(30) }, SIGNAL],
    ['a wait by a signal', { ...ENDLESS, waitingUntil: at(30) }, SIGNAL],
    ['a wait by closing', ENDLESS, event(20, 'journey.closed', { reason: 'declined' })],
    ['a call by closing', DATED, event(20, 'journey.closed', { reason: 'declined' })],
    ['a wait by deletion', ENDLESS, event(20, 'customer.deleted', {})],
    ['a call by data', DATED, event(20, 'data.received', A)],
    ['a snooze by waking up', { snoozedUntil: at(30) }, pause(20, { snoozedUntil: null })],
    ['a wait by an agent', ENDLESS, pause(20, { waitingFor: null })],
    ['a call by a signal after its time', DATED, event(31, 'software.selected', A)],
  ])('ends and is remembered: %s', (_, change, end) => {
    const state = fold([OPENED, pause(4, change), end]);
    expect(state.pause).toBeNull();
    expect(state.lastPause).toMatchObject({ from: at(4), byId: 'agent-1' });
  });

  it.each<[string, Change, JourneyEvent]>([
    ['a call through a signal', DATED, SIGNAL],
    [
      'a date through an approval',
      { ...DATED, waitingFor: 'date' },
      event(20, 'connection.authorized', A),
    ],
    ['a wait through what we do', ENDLESS, event(20, 'link.sent', SEND)],
    [
      'a wait through the end of a snooze that there isn’t',
      ENDLESS,
      pause(20, { snoozedUntil: null }),
    ],
    ['a wait through another note', ENDLESS, pause(20, { waitingNote: 'Xero' })],
    ['what has passed, so that it says why they are back', DATED, pause(40, { assigneeId: null })],
  ])('stays: %s', (_, change, other) => {
    expect(pausedAfter(pause(4, change), other)).toMatchObject({
      ...{ waitingFor: change.waitingFor, from: at(4), until: change.waitingUntil ?? null },
    });
  });

  it('is of one kind at a time', () => {
    const wait = pause(4, { ...DATED, waitingNote: 'Ada' });
    const snooze = pause(6, { snoozedUntil: at(9) });
    const snoozed = { waitingFor: null, from: at(6), until: at(9), note: null, byId: 'agent-1' };
    expect(pausedAfter(wait, snooze)).toEqual(snoozed);
    const waiting = { waitingFor: 'codat', until: null, note: null };
    expect(pausedAfter(wait, snooze, pause(7, { waitingFor: 'codat' }))).toMatchObject(waiting);
    expect(pausedAfter(wait, pause(7, { waitingFor: 'codat' }))).toMatchObject(waiting);
  });
});
