import { expect, it } from 'vitest';
import type { ReasonsWeek } from '../../api/metrics/reasons.ts';
import { countIn, frequent } from './reasons.ts';

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

it('orders failure reasons by their total over all weeks', () => {
  expect(frequent(WEEKS)).toEqual(['not_administrator', 'cancelled']);
  expect(frequent([])).toEqual([]);
});

it('counts a failure reason per week, with 0 when it did not occur', () => {
  expect(WEEKS.map((one) => countIn(one, 'cancelled'))).toEqual([3, 1, 0]);
});
