import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek, periodFault, periodOf, previousPeriod, weeksOf } from './period.ts';

const NOW = '2026-03-10T12:00:00.000Z';
const day = (date: string) => `${date}T00:00:00.000Z`;

describe('a period', () => {
  it('defaults to the last 28 days', () => {
    expect(periodOf({}, NOW)).toEqual({ from: '2026-02-10T12:00:00.000Z', to: NOW });
  });

  it('ends now when only from is given, and starts 28 days before to when only to is given', () => {
    expect(periodOf({ from: day('2026-01-01') }, NOW)).toEqual({
      from: day('2026-01-01'),
      to: NOW,
    });
    expect(periodOf({ to: day('2026-01-29') }, NOW).from).toBe(day('2026-01-01'));
  });

  it.each([
    ['1999-12-31', '2001-01-01', { from: 'must not be before the year 2000' }],
    ['2026-02-01', '2026-02-01', { to: 'must be after from' }],
    ['2026-02-02', '2026-02-01', { to: 'must be after from' }],
    ['2023-03-01', '2026-03-02', { from: 'must be at most three years before to' }],
    ['2023-03-01', '2026-03-01', null],
  ])('from %s to %s has the fault %o', (from, to, fault) => {
    expect(periodFault({ from: day(from), to: day(to) })).toEqual(fault);
  });

  it('has a previous period of the same length', () => {
    expect(previousPeriod({ from: day('2026-02-08'), to: day('2026-02-11') })).toEqual({
      from: day('2026-02-05'),
      to: day('2026-02-08'),
    });
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-11-18', '2026-W47'],
    ['2024-12-30', '2025-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('place %s in %s', (date, week) => {
    expect(isoWeek(day(date))).toBe(week);
  });

  it('cover a period without gaps, overlaps or repeats', () => {
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 100 * 24 * 3_600_000 }), (start, length) => {
        const from = start.toISOString();
        const to = new Date(start.getTime() + length).toISOString();
        const weeks = weeksOf({ from, to });
        expect(weeks.map((week) => week.from)).toEqual([
          from,
          ...weeks.slice(0, -1).map((week) => week.to),
        ]);
        expect(weeks.at(-1)?.to).toBe(to);
        expect(new Set(weeks.map(({ week }) => week)).size).toBe(weeks.length);
        for (const week of weeks) expect(isoWeek(week.from)).toBe(week.week);
      }),
    );
  });
});
