import { expect, it } from 'vitest';
import type { ReasonsAnswer, ReasonsWeek } from '../../../api/metrics/reasons.ts';
import { countIn, frequent } from './reasons.ts';

const week = (reasons: ReasonsWeek['reasons']): ReasonsWeek => ({
  week: '2026-W10',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  reasons,
});

const REASONS: ReasonsAnswer['reasons'] = [
  { failureReason: 'not_administrator', customers: 5, count: 6, deleted: 0 },
  { failureReason: 'cancelled', customers: 2, count: 30, deleted: 0 },
];

it('orders failure reasons by customers, or by attempts', () => {
  const order = (unit: 'customers' | 'count') =>
    frequent({ reasons: REASONS }, unit).map(({ failureReason }) => failureReason);
  expect(order('customers')).toEqual(['not_administrator', 'cancelled']);
  expect(order('count')).toEqual(['cancelled', 'not_administrator']);
});

it('counts a failure reason per week, with 0 when it did not occur', () => {
  const busy = week([{ failureReason: 'cancelled', customers: 1, count: 30 }]);
  expect(countIn(busy, 'cancelled', 'customers')).toBe(1);
  expect(countIn(busy, 'cancelled', 'count')).toBe(30);
  expect(countIn(week([]), 'cancelled', 'customers')).toBe(0);
});
