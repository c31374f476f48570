import { expect, it } from 'vitest';
import { countIn, frequent, type ReasonsWeek } from './reasons.ts';

const week = (reasons: ReasonsWeek['reasons']): ReasonsWeek => ({
  week: '2026-W10',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  reasons,
});

const WEEKS = [
  week([{ failureReason: 'cancelled', count: 3 }]),
  week([
    { failureReason: 'not_administrator', count: 2 },
    { failureReason: 'cancelled', count: 1 },
  ]),
  week([{ failureReason: 'not_administrator', count: 3 }]),
];

it('orders reasons by how often they occur in all weeks together', () => {
  expect(frequent(WEEKS)).toEqual(['not_administrator', 'cancelled']);
  expect(frequent([])).toEqual([]);
});

it('counts a reason in a week, and none where it did not occur', () => {
  expect(WEEKS.map((one) => countIn(one, 'cancelled'))).toEqual([3, 1, 0]);
});
