import { expect, it } from 'vitest';
import { csvName } from './csvName.ts';

const computedAt = new Date(2026, 10, 26, 9).toISOString();
const midnight = (month: number, day: number) => new Date(2026, month, day).toISOString();

it('names a CSV file by its card and the first and last day of its period', () => {
  const period = { from: midnight(9, 1), to: midnight(10, 1) };
  expect(csvName('Connected by day since invitation', { computedAt, period })).toBe(
    'unstuck-connected-by-day-since-invitation-2026-10-01-to-2026-10-31',
  );
});

it('names a CSV file of numbers without a period by the day they are from', () => {
  expect(csvName('Stuck now', { computedAt })).toBe('unstuck-stuck-now-2026-11-26');
});
