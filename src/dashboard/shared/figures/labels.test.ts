import { expect, it } from 'vitest';
import { hoursLabel, percent, percentRange, weekLabel } from './labels.ts';

it.each([
  [0, '0%'],
  [0.004, '0.4%'],
  [0.0951, '10%'],
  [1, '100%'],
])('formats the share %d as %s', (share, label) => expect(percent(share)).toBe(label));

it.each([
  [{ low: 0.53, high: 0.671 }, '53–67%'],
  [{ low: 0.004, high: 0.12 }, '0.4–12%'],
])('formats the interval %o as %s', (interval, label) => {
  expect(percentRange(interval)).toBe(label);
});

it.each([
  [0, '< 1m'],
  [0.34, '20m'],
  [1, '1h'],
  [16.97, '16h 58m'],
  [27.2, '1d 3h'],
  [24.1, '1d'],
  [23.999, '1d'],
  [400, '16d 16h'],
])('formats %d hours as %s', (hours, label) => expect(hoursLabel(hours)).toBe(label));

it('names a week by its Monday in UTC', () => {
  expect(weekLabel({ week: '2026-W10' })).toBe('2 Mar');
  expect(weekLabel({ week: '2026-W53' })).toBe('28 Dec');
  expect(weekLabel({ week: '2027-W01' })).toBe('4 Jan');
});
