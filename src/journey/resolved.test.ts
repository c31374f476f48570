import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from './clock/working-time.ts';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import { resolvedAt } from './resolved.ts';
import { DEFAULT_THRESHOLDS } from './stuck.ts';
import { A, at, event, FAILURE, SEND } from './testing/example-events.ts';

const SETTINGS = { thresholds: DEFAULT_THRESHOLDS, software: {}, calendar: DEFAULT_CALENDAR };
const resolvedBy = (...events: JourneyEvent[]) => resolvedAt(fold(events), SETTINGS);

const CREATED = event(0, 'customer.created', {});
const SENT = event(1, 'link.sent', SEND);
const snooze = (hour: number, until: number) =>
  event(hour, 'customer.updated', { customer: { snoozedUntil: at(until) } }, 'agent');

describe('a case', () => {
  const PATIENCE = DEFAULT_THRESHOLDS.link_unopened.hours;
  const stuckFrom = 1 + PATIENCE;

  it.each([
    ['opened', event(stuckFrom + 5, 'link.opened', {})],
    ['approved', event(stuckFrom + 5, 'connection.authorized', A)],
    ['was closed', event(stuckFrom + 5, 'journey.closed', { reason: 'declined' }, 'agent')],
  ])('that was stuck is resolved once the customer %s', (_, turn) => {
    expect(resolvedBy(CREATED, SENT, turn)).toBe(at(stuckFrom + 5));
  });

  it('that moves on before it is stuck has nothing to resolve', () => {
    expect(resolvedBy(CREATED, SENT, event(stuckFrom - 1, 'link.opened', {}))).toBeNull();
  });

  it('stays resolved since the first of several steps on the same day', () => {
    const steps = [
      event(stuckFrom + 5, 'link.opened', {}),
      event(stuckFrom + 5.1, 'software.selected', A),
      event(stuckFrom + 5.2, 'connection.authorized', A),
      event(stuckFrom + 6, 'data.received', A),
    ];
    expect(resolvedBy(CREATED, SENT, ...steps)).toBe(at(stuckFrom + 5));
  });

  it('isn’t resolved by a failure, a loss or what we do', () => {
    const late = stuckFrom + 5;
    expect(resolvedBy(CREATED, SENT, event(late, 'connection.failed', { ...A, ...FAILURE }))).toBe(
      null,
    );
    expect(resolvedBy(CREATED, SENT, event(late, 'link.sent', SEND))).toBeNull();
    expect(resolvedBy(CREATED, SENT, snooze(late, late + 9))).toBeNull();
  });

  it('that nobody had invited is resolved by the first link', () => {
    const hour = DEFAULT_THRESHOLDS.not_invited.hours + 1;
    expect(resolvedBy(CREATED, event(hour, 'link.sent', SEND))).toBe(at(hour));
  });

  it('that is snoozed isn’t in the queue, so that moving on doesn’t resolve it', () => {
    const moved = event(stuckFrom + 5, 'link.opened', {});
    expect(resolvedBy(CREATED, SENT, snooze(stuckFrom + 1, stuckFrom + 9), moved)).toBeNull();
    expect(resolvedBy(CREATED, SENT, snooze(stuckFrom + 1, stuckFrom + 3), moved)).toBe(
      at(stuckFrom + 5),
    );
  });

  it('forgets after two days of further events', () => {
    const moved = event(stuckFrom + 5, 'link.opened', {});
    const later = event(stuckFrom + 5 + 49, 'software.selected', A);
    const settings = {
      ...SETTINGS,
      thresholds: {
        ...DEFAULT_THRESHOLDS,
        no_software_selected: { hours: 99, onPremiseHours: null },
      },
    };
    expect(resolvedAt(fold([CREATED, SENT, moved, later]), settings)).toBeNull();
  });
});
