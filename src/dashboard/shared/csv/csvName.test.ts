import { expect, it } from 'vitest';
import { csvName } from './csvName.ts';

const AUCKLAND = 'Pacific/Auckland';
/** The morning of 27 November in Auckland. */
const computedAt = '2026-11-26T20:00:00.000Z';

it('names a CSV file by its card and the first and last day of its period, which are the team’s', () => {
  const period = { from: '2026-09-30T11:00:00.000Z', to: '2026-10-31T11:00:00.000Z' };
  expect(csvName('Connected by day since invitation', { computedAt, period }, AUCKLAND)).toBe(
    'unstuck-connected-by-day-since-invitation-2026-10-01-to-2026-10-31',
  );
});

it('names a CSV file of numbers without a period by the day they are from', () => {
  expect(csvName('Stuck now', { computedAt }, AUCKLAND)).toBe('unstuck-stuck-now-2026-11-27');
});
