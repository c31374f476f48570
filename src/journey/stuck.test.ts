import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from './clock/working-time.ts';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import {
  COMPLEXITY_FACTOR,
  DEFAULT_THRESHOLDS,
  isPaused,
  isStuck,
  NEVER_STUCK,
  type Priority,
  STUCK_REASONS,
  STUCK_RULES,
  type StuckReason,
  type StuckSettings,
  stuckState,
} from './stuck.ts';
import { A, at, B, event, FAILURE, SEND } from './testing/example-events.ts';

const SETTINGS: StuckSettings = {
  calendar: DEFAULT_CALENDAR,
  thresholds: DEFAULT_THRESHOLDS,
  software: {
    gbol: { complexity: 'simple', onPremise: false },
    pdvj: { complexity: 'moderate', onPremise: false },
    akxx: { complexity: 'complex', onPremise: false },
    pqsw: { complexity: 'complex', onPremise: true },
  },
};

const stuckAfter = (events: JourneyEvent[], settings = SETTINGS) =>
  stuckState(fold(events), settings);

const on = (software: string) => ({ connectionId: 'a', software });
const CREATED = event(0, 'customer.created', {});
const INVITED = event(1, 'link.sent', SEND);
const OPENED = event(2, 'link.opened', {});
const SELECTED = event(3, 'software.selected', A);
const INITIATED = event(4, 'connection.initiated', A);
const failed = (hour: number, where = A) =>
  event(hour, 'connection.failed', { ...where, ...FAILURE });
const AUTHORIZED = event(6, 'connection.authorized', A);
const COMPLETED = event(7, 'journey.completed', {});
const STREAMING = event(8, 'data.received', A);
const LOST = event(9, 'connection.disconnected', A);

type Row = [StuckReason, Priority, number, string, JourneyEvent[]];

/** By rule: the priority, the hour at which the journey is stuck, and what led there. */
const ROWS: Row[] = [
  ['not_invited', 'low', 0 + 48, 'created', [CREATED]],
  ['link_unopened', 'low', 1 + 72, 'invited', [CREATED, INVITED]],
  ['link_unopened', 'low', 30 + 72, 'sent again', [INVITED, event(30, 'link.sent', SEND)]],
  ['no_software_selected', 'medium', 2 + 24, 'opened', [INVITED, OPENED]],
  ['no_software_selected', 'medium', 9 + 24, 'opened again', [OPENED, event(9, 'link.opened', {})]],
  ['not_initiated', 'medium', 3 + 24, 'selected', [OPENED, SELECTED]],
  ['approval_pending', 'high', 4 + 4, 'initiated', [SELECTED, INITIATED]],
  ['attempt_failed', 'high', 5 + 1, 'failed', [INITIATED, failed(5)]],
  ['attempt_failed', 'high', 6 + 1, 'failed twice', [failed(5), failed(6)]],
  ['not_initiated', 'medium', 6 + 24, 'tried again', [failed(5), event(6, 'software.selected', A)]],
  ['attempt_failed', 'high', 7 + 1, 'failed, then finished', [failed(5), COMPLETED]],
  ['not_initiated', 'medium', 7 + 24, 'finished without approving', [SELECTED, COMPLETED]],
  ['repeated_failures', 'high', 5, 'failed thrice', [failed(3), failed(4, B), failed(5)]],
  ['no_data', 'high', 6 + 24, 'authorized', [INITIATED, AUTHORIZED]],
  ['no_data', 'high', 7 + 24, 'completed', [AUTHORIZED, COMPLETED]],
  [
    'no_data',
    'high',
    7 + 24,
    'failed, then approved and completed',
    [failed(3), failed(4), failed(5), AUTHORIZED, COMPLETED],
  ],
  ['disconnected', 'high', 9, 'lost', [AUTHORIZED, STREAMING, LOST]],
  ['link_unopened', 'medium', 10 + 72, 'lost, sent', [LOST, event(10, 'link.sent', SEND)]],
  ['attempt_failed', 'high', 9 + 1, 'failed, opened', [failed(5), event(9, 'link.opened', {})]],
  [
    'attempt_failed',
    'high',
    9 + 1,
    'failed thrice, opened',
    [failed(3), failed(4), failed(5), event(9, 'link.opened', {})],
  ],
  [
    'attempt_failed',
    'high',
    9 + 1,
    'failed, another connection deleted',
    [event(3, 'software.selected', B), failed(5), event(9, 'connection.deleted', B)],
  ],
  [
    'approval_pending',
    'high',
    9 + 4,
    'failed, initiated',
    [failed(5), { ...INITIATED, occurredAt: at(9) }],
  ],
  [
    'repeated_failures',
    'high',
    5,
    'failed four times',
    [failed(3), failed(4), failed(5), event(6, 'software.selected', A), failed(7)],
  ],
  [
    'not_initiated',
    'medium',
    6 + 24,
    'failed thrice, tried again',
    [failed(3), failed(4), failed(5), event(6, 'software.selected', A)],
  ],
  [
    'no_software_selected',
    'medium',
    2 + 24,
    'opened, sent',
    [OPENED, event(20, 'link.sent', SEND)],
  ],
  [
    'disconnected',
    'high',
    9,
    'lost while sent mails',
    [LOST, event(11, 'email.sent', { emailId: 'e', template: 'it' })],
  ],
];

describe('the stuck rules', () => {
  it.each(ROWS)(
    '%s has %s priority and holds from hour %i when %s',
    (reason, priority, hour, _, events) => {
      expect(stuckAfter(events)).toMatchObject({
        stuckReason: reason,
        stuckAt: at(hour),
        priority,
      });
    },
  );

  it('have one rule for each reason, in order, and an example of each here', () => {
    expect(STUCK_RULES.map(({ reason }) => reason)).toEqual(STUCK_REASONS);
    expect(new Set(ROWS.map(([reason]) => reason))).toEqual(new Set(STUCK_REASONS));
  });

  it('use the first that matches, though later ones match too', () => {
    const { journeys } = fold([failed(3), failed(4), failed(5)]);
    const journey = journeys[0];
    const matching = STUCK_RULES.filter(({ applies }) => journey && applies(journey));
    expect(matching.map(({ reason }) => reason)).toEqual([
      'repeated_failures',
      'attempt_failed',
      'approval_pending',
    ]);
  });
});

describe('the threshold', () => {
  const SCALED: [string, number, JourneyEvent[]][] = [
    ['not_initiated', 24, [event(0, 'software.selected', on('gbol'))]],
    ['not_initiated', 48, [event(0, 'software.selected', on('pdvj'))]],
    ['not_initiated', 96, [event(0, 'software.selected', on('akxx'))]],
    ['not_initiated', 48, [event(0, 'software.selected', on('unheard-of'))]],
    ['not_initiated', 48, [event(0, 'software.selected', { connectionId: 'a' })]],
    ['approval_pending', 4, [event(0, 'connection.initiated', on('gbol'))]],
    ['approval_pending', 8, [event(0, 'connection.initiated', on('pdvj'))]],
    ['approval_pending', 16, [event(0, 'connection.initiated', on('pqsw'))]],
    ['attempt_failed', 1, [failed(0, on('akxx'))]],
    ['no_data', 24, [event(0, 'connection.authorized', on('akxx'))]],
    ['no_data', 48, [event(0, 'connection.authorized', on('pqsw'))]],
  ];

  it.each(SCALED)('of %s is %i hours with the software chosen', (reason, hours, events) => {
    expect(stuckAfter(events)).toMatchObject({ stuckReason: reason, stuckAt: at(hours) });
  });

  it('doubles for moderate and again for complex software', () => {
    expect(COMPLEXITY_FACTOR).toEqual({ simple: 1, moderate: 2, complex: 4 });
  });

  it('follows the settings', () => {
    const thresholds = {
      ...DEFAULT_THRESHOLDS,
      not_initiated: { hours: 10, onPremiseHours: null },
      no_data: { hours: 5, onPremiseHours: 7.5 },
    };
    const settings = { ...SETTINGS, thresholds };
    const selected = [event(0, 'software.selected', on('akxx'))];
    const authorized = [event(0, 'connection.authorized', on('pqsw'))];
    expect(stuckAfter(selected, settings).stuckAt).toBe(at(40));
    expect(stuckAfter(authorized, settings).stuckAt).toBe(at(7.5));
  });

  it('has the documented defaults', () => {
    expect(DEFAULT_THRESHOLDS).toEqual({
      disconnected: { hours: 0, onPremiseHours: null },
      repeated_failures: { hours: 0, onPremiseHours: null },
      attempt_failed: { hours: 1, onPremiseHours: null },
      no_data: { hours: 24, onPremiseHours: 48 },
      approval_pending: { hours: 4, onPremiseHours: null },
      not_initiated: { hours: 24, onPremiseHours: null },
      no_software_selected: { hours: 24, onPremiseHours: null },
      link_unopened: { hours: 72, onPremiseHours: null },
      not_invited: { hours: 48, onPremiseHours: null },
    });
  });
});

describe('a customer is never stuck', () => {
  const closed = event(50, 'journey.closed', { reason: 'declined' });
  const deleted = event(50, 'customer.deleted', {});

  it.each(ROWS)('once closed or deleted, though %s (%s, %i) would apply: %s', (...row) => {
    const events = row[4];
    expect(stuckAfter([...events, closed])).toEqual(NEVER_STUCK);
    expect(stuckAfter([...events, deleted])).toEqual(NEVER_STUCK);
  });

  it('while data streams, whatever else fails', () => {
    expect(stuckAfter([STREAMING])).toEqual(NEVER_STUCK);
    expect(stuckAfter([STREAMING, failed(9, B), failed(10, B), failed(11, B)])).toEqual(
      NEVER_STUCK,
    );
  });

  it('before anything is known', () => {
    expect(stuckAfter([])).toEqual(NEVER_STUCK);
  });
});

describe('a customer', () => {
  const UNPAUSED = { waitingFor: null, waitingUntil: null };
  const before = '2026-03-01T09:00:00Z';
  const after = '2026-03-01T11:00:00Z';

  it.each([
    [false, before, null, true],
    [false, before, before, true],
    [true, before, after, false],
    [false, after, null, false],
    [true, after, null, true],
    [true, after, after, false],
    [false, null, null, false],
  ])(
    'read as stuck %s, with stuckAt %s and snoozed until %s is stuck at 10:00: %s',
    (stuck, stuckAt, snoozedUntil, expected) => {
      const now = Date.parse('2026-03-01T10:00:00Z');
      expect(isStuck({ stuck, stuckAt, snoozedUntil, ...UNPAUSED }, now)).toBe(expected);
    },
  );

  it.each([
    [null, true],
    [before, false],
    [after, true],
  ])('who waits until %s is paused at 10:00: %s', (waitingUntil, expected) => {
    const waiting = { snoozedUntil: null, waitingFor: 'vendor', waitingUntil };
    expect(isPaused(waiting, Date.parse('2026-03-01T10:00:00Z'))).toBe(expected);
  });
});
