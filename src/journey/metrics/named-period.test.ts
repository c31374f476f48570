import { describe, expect, it } from 'vitest';
import { isPeriodName, NAMED_PERIODS } from './named-period.ts';

/** Tuesday 10 March 2026, 12:00 in London and 08:00 in New York, whose clocks changed on Sunday. */
const NOW = '2026-03-10T12:00:00.000Z';
const NEW_YORK = { now: NOW, timeZone: 'America/New_York' };

describe('the period called', () => {
  it.each([
    ['this-week', '2026-03-09T04:00', '2026-03-11T04:00'],
    ['last-week', '2026-03-02T05:00', '2026-03-09T04:00'],
    ['since-last-week', '2026-03-02T05:00', '2026-03-11T04:00'],
    ['this-month', '2026-03-01T05:00', '2026-03-11T04:00'],
    ['last-month', '2026-02-01T05:00', '2026-03-01T05:00'],
    ['this-quarter', '2026-01-01T05:00', '2026-03-11T04:00'],
    ['last-quarter', '2025-10-01T04:00', '2026-01-01T05:00'],
    ['7-days', '2026-03-04T05:00', '2026-03-11T04:00'],
    ['28-days', '2026-02-11T05:00', '2026-03-11T04:00'],
    ['90-days', '2025-12-11T05:00', '2026-03-11T04:00'],
    ['12-months', '2025-03-11T04:00', '2026-03-11T04:00'],
  ] as const)('%s lasts from the start of %s to %s', (name, from, to) => {
    const bounds = { from: `${from}:00.000Z`, to: `${to}:00.000Z` };
    expect(NAMED_PERIODS[name](NEW_YORK)).toMatchObject(bounds);
  });

  it('this-week is the next one already for a team in Auckland on Sunday evening in London', () => {
    const sunday = '2027-01-03T20:00:00.000Z';
    const [auckland, london] = ['Pacific/Auckland', 'Europe/London'].map((timeZone) =>
      NAMED_PERIODS['this-week']({ now: sunday, timeZone }),
    );
    expect(auckland?.from).toBe('2027-01-03T11:00:00.000Z');
    expect(london?.from).toBe('2026-12-28T00:00:00.000Z');
  });

  it('anything else is none', () => {
    expect([null, '', 'toString', 'fortnight'].some(isPeriodName)).toBe(false);
  });
});
