import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from '../clock/working-time.ts';
import type { JourneyEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { DEFAULT_THRESHOLDS } from '../stuck.ts';
import { A, at, event, FAILURE, SEND } from '../testing/example-events.ts';
import { stuckSpell } from './stuck-spell.ts';

const SETTINGS = { thresholds: DEFAULT_THRESHOLDS, software: {}, calendar: DEFAULT_CALENDAR };

const spellsOf = (...events: JourneyEvent[]) =>
  fold(events).journeys.flatMap(({ spells }) =>
    spells.flatMap((spell) => stuckSpell(spell, SETTINGS) ?? []),
  );

const INVITED = event(0, 'link.sent', SEND);
const remind = (hour: number) => event(hour, 'link.sent', { ...SEND, template: 'reminder' });
const call = (hour: number) => event(hour, 'call.made', { outcome: 'no_answer' }, 'agent');
const OPENED = (hour: number) => event(hour, 'link.opened', {});

describe('a spell of being stuck', () => {
  it('lasts from when the patience ran out until the customer’s next signal', () => {
    expect(spellsOf(INVITED)).toMatchObject([
      { stuckReason: 'link_unopened', stuckAt: at(72), endedAt: null, movedOnAt: null },
    ]);
    expect(spellsOf(INVITED, OPENED(100))).toMatchObject([
      { stuckAt: at(72), endedAt: at(100), movedOnAt: at(100) },
      { stuckReason: 'no_software_selected', stuckAt: at(124), endedAt: null },
    ]);
    expect(spellsOf(INVITED, OPENED(71))).toMatchObject([{ stuckReason: 'no_software_selected' }]);
  });

  it('isn’t ended by what we do, which it notes from its start on', () => {
    expect(spellsOf(INVITED, remind(20), remind(100), call(110), remind(120))).toEqual([
      {
        ...{ stuckReason: 'link_unopened', priority: 'low', software: null },
        ...{ silentSince: at(0), stage: 'invited' },
        ...{ stuckAt: at(92), endedAt: null, movedOnAt: null },
        actions: { reminder: at(100), call: at(110) },
      },
    ]);
  });

  it('is begun again by a signal that is no progress', () => {
    const failed = event(1, 'connection.failed', { ...A, ...FAILURE });
    expect(spellsOf(failed, OPENED(40), OPENED(80))).toMatchObject([
      { stuckReason: 'attempt_failed', stuckAt: at(2), endedAt: at(40), movedOnAt: null },
      { stuckReason: 'attempt_failed', stuckAt: at(41), endedAt: at(80), movedOnAt: null },
      { stuckReason: 'attempt_failed', stuckAt: at(81), endedAt: null },
    ]);
  });

  it('has a further stage as its outcome only within a week of its end', () => {
    const selected = event(60, 'software.selected', A);
    const outcomes = (hour: number) =>
      spellsOf(OPENED(0), OPENED(30), event(hour, 'software.selected', A)).map(
        ({ movedOnAt }) => movedOnAt,
      );
    expect(spellsOf(OPENED(0), OPENED(30), selected)).toMatchObject([
      { stuckAt: at(24), endedAt: at(30), movedOnAt: at(60) },
      { stuckAt: at(54), endedAt: at(60), movedOnAt: at(60) },
      { stuckReason: 'not_initiated' },
    ]);
    expect(outcomes(30 + 7 * 24)).toEqual([at(198), at(198), null]);
    expect(outcomes(30 + 7 * 24 + 1)).toEqual([null, at(199), null]);
  });

  it('of a customer who wasn’t invited ends with the first link', () => {
    expect(spellsOf(event(0, 'customer.created', {}), event(60, 'link.sent', SEND))).toMatchObject([
      { stuckReason: 'not_invited', stuckAt: at(48), endedAt: at(60), actions: { link: at(60) } },
      { stuckReason: 'link_unopened', stuckAt: at(132), endedAt: null, actions: {} },
    ]);
  });

  it('isn’t moved on by the link we send', () => {
    const lost = event(10, 'connection.disconnected', A);
    const spells = spellsOf(
      event(0, 'connection.authorized', A),
      lost,
      event(50, 'link.sent', { ...SEND, template: 'reconnect' }),
    );
    expect(spells).toMatchObject([
      {
        ...{ stuckReason: 'disconnected', stuckAt: at(10), endedAt: null, movedOnAt: null },
        actions: { reconnect: at(50) },
      },
    ]);
  });

  it('ends when the case is closed, and begins again when it is opened again', () => {
    const closed = event(100, 'journey.closed', { reason: 'declined' }, 'agent');
    const reopened = event(300, 'journey.reopened', {}, 'agent');
    expect(spellsOf(INVITED, closed, reopened)).toMatchObject([
      { stuckAt: at(72), endedAt: at(100), movedOnAt: null },
      { stuckAt: at(300), endedAt: null },
    ]);
  });

  it('begins no earlier than the wait for somebody that the agent ended', () => {
    const change = (hour: number, waitingFor: 'codat' | null) =>
      event(hour, 'customer.updated', { customer: { waitingFor } }, 'agent');
    expect(spellsOf(INVITED, change(10, 'codat'))).toEqual([]);
    expect(spellsOf(INVITED, change(10, 'codat'), change(200, null))).toMatchObject([
      { stuckAt: at(262), endedAt: null },
    ]);
  });
});
