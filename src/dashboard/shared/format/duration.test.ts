import { describe, expect, it } from 'vitest';
import { agoOf, nearTime, shortDuration } from './duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a duration', () => {
  it.each([
    [0, 'now'],
    [MINUTE - 1, 'now'],
    [MINUTE, '1m'],
    [HOUR - 1, '59m'],
    [5 * HOUR + 59 * MINUTE, '5h'],
    [2 * DAY, '2d'],
    [365 * DAY, '1y'],
    [-HOUR, 'now'],
  ])('of %i ms reads “%s”', (milliseconds, text) => {
    expect(shortDuration(milliseconds)).toBe(text);
  });

  it('reads “ago” from a minute on', () => {
    expect([agoOf(30_000), agoOf(5 * HOUR)]).toEqual(['just now', '5h ago']);
  });
});

describe('a near time', () => {
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 5);

  it.each([
    [at(28, 9), '09:05 today'],
    [at(29, 0), '00:05 tomorrow'],
    [at(29, 23), '23:05 tomorrow'],
    [at(27, 9), '09:05 yesterday'],
    [at(30, 9), 'Mon 30 Mar, 09:05'],
    [at(26, 9), 'Thu 26 Mar, 09:05'],
  ])('at %s reads “%s”, also on days when the clocks change', (moment, text) => {
    expect(nearTime(moment.toISOString(), at(28, 23).getTime())).toBe(text);
  });
});
