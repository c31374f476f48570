import { expect, it } from 'vitest';
import { daysLabel, zoneLabel } from './period-labels.ts';

const AUCKLAND = 'Pacific/Auckland';
const LONDON = 'Europe/London';
/** 1 to 26 November in Auckland, where summer time began in September. */
const PERIOD = { from: '2026-10-31T11:00:00.000Z', to: '2026-11-26T11:00:00.000Z' };

it.each([
  [PERIOD, AUCKLAND, '1–26 Nov 2026'],
  [{ ...PERIOD, from: '2026-10-30T11:00:00.000Z' }, AUCKLAND, '31 Oct – 26 Nov 2026'],
  [{ ...PERIOD, from: '2026-11-25T11:00:00.000Z' }, AUCKLAND, '26 Nov 2026'],
  [
    { from: '2026-12-28T00:00:00.000Z', to: '2027-01-04T00:00:00.000Z' },
    LONDON,
    '28 Dec 2026 – 3 Jan 2027',
  ],
])('the days of %o in %s read “%s”', (period, zone, text) => {
  // `Intl` spaces them with thin spaces.
  expect(daysLabel(period, zone).replaceAll('\u2009', ' ')).toBe(text);
});

it('the zone is named where the reader’s days are others', () => {
  expect(zoneLabel(PERIOD, AUCKLAND, LONDON)).toBe('New Zealand Time');
  expect(zoneLabel(PERIOD, AUCKLAND, AUCKLAND)).toBe(null);
});

it('the zone is not named where the reader’s clock shows the same', () => {
  const winter = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-27T00:00:00.000Z' };
  expect(zoneLabel(winter, LONDON, 'Europe/Lisbon')).toBe(null);
  expect(zoneLabel(winter, LONDON, 'UTC')).toBe(null);
});
