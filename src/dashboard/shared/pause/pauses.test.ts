import { describe, expect, it } from 'vitest';
import { changeOf, endOf, PAUSE_CHOICES, startWith } from './pauseChoice.ts';
import { describePause, describeReturn, pauseAgain, snoozeFor } from './pauses.ts';

/** In the reader’s time zone, as what people read is. */
const NOW = new Date(2026, 10, 2, 12).getTime();
const inHours = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

describe('a pause in words', () => {
  it.each([
    [null, 21, null, 'Snoozed until 09:00 tomorrow'],
    ['customer_it', 69, null, 'Waiting for their IT until Thu 5 Nov, 09:00'],
    ['vendor', null, null, 'Waiting for the software’s vendor'],
    ['connection', null, null, 'Waiting for the connection to move'],
    ['call', 2, null, 'Call booked for 14:00 today'],
    ['date', 21, null, 'Waiting until 09:00 tomorrow'],
    ['migration', 21, 'Xero', 'Waiting for the migration to Xero until 09:00 tomorrow'],
    ['migration', 21, null, 'Waiting for a migration to other software until 09:00 tomorrow'],
  ] as const)('%s for %s hours with the note %s is “%s”', (waitingFor, hours, note, words) => {
    const until = hours === null ? null : inHours(hours);
    expect(describePause({ waitingFor, until, note }, NOW)).toBe(words);
  });

  it.each([
    [null, null, 'Back: was snoozed'],
    ['administrator', null, 'Back: waited for their administrator'],
    ['migration', 'Xero', 'Back: waited for the migration to Xero'],
    ['call', null, 'Back: time for the booked call'],
    ['date', null, 'Back: the date has come'],
  ] as const)('after %s with the note %s, the case is “%s”', (waitingFor, note, words) => {
    expect(describeReturn({ waitingFor, note, until: inHours(-1) })).toBe(words);
  });
});

describe('the last pause again', () => {
  const pause = { from: inHours(-100), note: null, byId: null };
  const again = (
    waitingFor: Parameters<typeof pauseAgain>[0]['waitingFor'],
    hours: number | null,
  ) =>
    pauseAgain({ ...pause, waitingFor, until: hours === null ? null : inHours(hours - 100) }, NOW);

  it('lasts as long as it was meant to last, from now', () => {
    expect(again(null, 72)).toEqual({
      label: 'Snooze again as before (3 days)',
      change: snoozeFor(72, NOW),
    });
    expect(again('vendor', 5)).toMatchObject({
      label: 'Wait for the software’s vendor again (5 hours)',
      change: { waitingFor: 'vendor', waitingUntil: inHours(5) },
    });
    expect(again('connection', null)).toMatchObject({
      label: 'Wait for the connection to move again',
      change: { waitingFor: 'connection', waitingUntil: null },
    });
  });

  it.each(['call', 'date', 'migration'] as const)('isn’t offered after %s', (waitingFor) => {
    expect(again(waitingFor, 24)).toBeNull();
  });
});

describe('a chosen pause', () => {
  it.each(PAUSE_CHOICES.map(({ value }) => value))('%s can be saved as it starts', (kind) => {
    expect(changeOf(startWith(kind, inHours(21)), NOW)).not.toBeNull();
  });

  it('needs an end in the future where one is required', () => {
    for (const { value: kind } of PAUSE_CHOICES) {
      const choice = startWith(kind, inHours(21));
      const needsEnd = ['known', 'required'].includes(endOf(kind));
      expect(changeOf({ ...choice, until: '' }, NOW) === null).toBe(needsEnd);
      expect(changeOf({ ...choice, until: '2020-01-01T09:00' }, NOW) === null).toBe(
        endOf(kind) !== 'none',
      );
    }
  });

  it('takes the note along, without spaces around it', () => {
    const choice = { ...startWith('migration', inHours(21)), note: ' Xero ' };
    expect(changeOf(choice, NOW)).toMatchObject({ waitingFor: 'migration', waitingNote: 'Xero' });
  });
});
