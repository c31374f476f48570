import { expect, it } from 'vitest';
import { interval } from './interval.ts';
import { intervalOf } from './period.ts';

const WEEK = { from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };

it('an interval is a period in one text, which reads as the same period', () => {
  expect(intervalOf(WEEK)).toBe('2026-11-16T00:00:00.000Z/2026-11-23T00:00:00.000Z');
  expect(interval.parse(intervalOf(WEEK))).toEqual(WEEK);
});

it.each(['', '2026-11-16T00:00:00Z', 'yesterday/today', `${WEEK.to}/${WEEK.from}`])(
  'the text %j is no interval',
  (text) => {
    expect(interval.safeParse(text).error?.issues[0]?.message).toBe(
      'Write a start and an end with a slash between them.',
    );
  },
);
