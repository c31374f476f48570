import { expect, it } from 'vitest';
import { endOfDay, startOfDay } from './days.ts';

it.each(['2026-03-02', '2026-12-31', '2028-02-29', '2026-03-29'])(
  '%s starts and ends at midnight in the reader’s time zone',
  (day) => {
    const [start, end] = [startOfDay.parse(day), endOfDay.parse(day)].map(
      (at) => new Date(at ?? ''),
    );
    for (const moment of [start, end])
      expect([moment?.getHours(), moment?.getMinutes()]).toEqual([0, 0]);
    expect(startOfDay.format(start?.toISOString())).toBe(day);
    expect(endOfDay.format(end?.toISOString())).toBe(day);
    expect(Number(end) - Number(start)).toBeGreaterThanOrEqual(23 * 3_600_000);
  },
);

it('converts no day to null and no moment to an empty string', () => {
  expect([startOfDay.parse(''), endOfDay.parse(null)]).toEqual([null, null]);
  expect([startOfDay.format(undefined), endOfDay.format(null)]).toEqual(['', '']);
});
