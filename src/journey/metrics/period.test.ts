import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '../instant.ts';
import { ZONES } from '../testing/calendars.ts';
import { dateOnTheWall } from '../testing/slow-working-time.ts';
import { dateAt, isoWeek, mondayOfWeek, startOf, startOfDate } from './calendar.ts';
import { type Period, periodFault, periodOf, previousPeriod, weeksOf } from './period.ts';

const NOW = '2026-03-10T12:00:00.000Z';
const UTC = 'UTC';
const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';
const LORD_HOWE = 'Australia/Lord_Howe';
const day = (date: string) => `${date}T00:00:00.000Z`;
const at = (minute: string) => `${minute}:00.000Z`;

describe('a period', () => {
  it('defaults to 28 days up to now', () => {
    expect(periodOf({}, { now: NOW, timeZone: UTC })).toEqual({ from: day('2026-02-11'), to: NOW });
  });

  it('starts with the first day of the team, however its clocks changed since', () => {
    const period = periodOf({}, { now: NOW, timeZone: NEW_YORK });
    expect(period.from).toBe(at('2026-02-11T05:00'));
  });

  it('ends now when only from is given, and starts 28 days before to when only to is given', () => {
    const zoned = { now: NOW, timeZone: UTC };
    expect(periodOf({ from: day('2026-01-01') }, zoned)).toEqual({
      from: day('2026-01-01'),
      to: NOW,
    });
    expect(periodOf({ to: day('2026-01-29') }, zoned).from).toBe(day('2026-01-01'));
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
});

describe('the period before', () => {
  it.each([
    ['whole days', UTC, day('2026-02-08'), day('2026-02-11'), day('2026-02-05')],
    ['hours', LONDON, at('2026-03-29T09:15'), at('2026-03-29T10:00'), at('2026-03-29T08:30')],
    [
      'days across the clock change in London',
      LONDON,
      at('2026-03-29T23:00'),
      at('2026-03-31T23:00'),
      day('2026-03-28'),
    ],
    [
      'days across the half hour on Lord Howe Island',
      LORD_HOWE,
      at('2026-04-05T13:30'),
      at('2026-04-06T13:30'),
      at('2026-04-04T13:00'),
    ],
  ])('has the same length: %s', (_, timeZone, from, to, before) => {
    expect(previousPeriod({ from, to }, { timeZone, now: to })).toEqual({ from: before, to: from });
  });

  it.each([
    [
      '28 days',
      LONDON,
      '2026-10-13T23:00',
      '2026-11-11T00:00',
      '2026-09-15T23:00',
      '2026-10-13T14:00',
    ],
    [
      'today',
      LORD_HOWE,
      '2026-04-04T13:00',
      '2026-04-05T13:30',
      '2026-04-03T13:00',
      '2026-04-04T02:30',
    ],
  ])('of %s ends at the same time of day, before today is over, in %s', (...given) => {
    const [name, timeZone, from, to, start, end] = given;
    const now = name === 'today' ? '2026-04-05T03:00' : '2026-11-10T15:00';
    const period = { from: at(from), to: at(to) };
    expect(previousPeriod(period, { timeZone, now: at(now) })).toEqual({
      from: at(start),
      to: at(end),
    });
  });

  it.each([
    [
      'a week so far',
      'week',
      LONDON,
      '2026-10-26',
      '2026-10-28T15:00',
      '2026-10-19',
      '2026-10-21T14:00',
    ],
    [
      'a whole week',
      'week',
      LONDON,
      '2026-10-26',
      '2026-11-02T00:00',
      '2026-10-19',
      '2026-10-26T00:00',
    ],
    [
      'the year’s first week',
      'week',
      UTC,
      '2027-01-04',
      '2027-01-11T00:00',
      '2026-12-28',
      '2027-01-04T00:00',
    ],
    [
      'a month so far',
      'month',
      NEW_YORK,
      '2026-03-01',
      '2026-03-12T14:00',
      '2026-02-01',
      '2026-02-12T15:00',
    ],
    [
      '31 days of March',
      'month',
      UTC,
      '2026-03-01',
      '2026-03-31T12:00',
      '2026-02-01',
      '2026-03-01T00:00',
    ],
    [
      'a whole month',
      'month',
      NEW_YORK,
      '2026-11-01',
      '2026-12-01T05:00',
      '2026-10-01',
      '2026-11-01T04:00',
    ],
    [
      'a quarter so far',
      'quarter',
      LORD_HOWE,
      '2026-10-01',
      '2026-10-05T13:00',
      '2026-07-01',
      '2026-07-05T13:30',
    ],
    [
      'the first quarter',
      'quarter',
      UTC,
      '2027-01-01',
      '2027-04-01T00:00',
      '2026-10-01',
      '2027-01-01T00:00',
    ],
  ] as const)('of %s is the calendar %s before, in %s', (...given) => {
    const [, unit, timeZone, from, now, start, end] = given;
    const compared = { timeZone, unit, now: at(now) };
    // The day on which it is read counts to its end.
    for (const to of [at(now), startOf('day', addHours(at(now), 23), timeZone)]) {
      const before = previousPeriod({ from: startOfDate(from, timeZone), to }, compared);
      expect(before).toEqual({ from: startOfDate(start, timeZone), to: at(end) });
    }
  });

  it('of a link to part of a week is as much of the week before, once the week has ended', () => {
    const period = { from: day('2026-11-02'), to: day('2026-11-05') };
    const compared = { timeZone: UTC, unit: 'week' as const, now: day('2026-12-01') };
    expect(previousPeriod(period, compared)).toEqual({
      from: day('2026-10-26'),
      to: day('2026-10-29'),
    });
  });
});

const moments = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(...ZONES);

const periods = fc.tuple(moments, fc.integer({ min: 1, max: 100 * 24 * 3_600_000 })).map(
  ([start, length]): Period => ({
    from: start.toISOString(),
    to: new Date(start.getTime() + length).toISOString(),
  }),
);

describe('ISO weeks', () => {
  it.each([
    ['2026-11-18', '2026-W47'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('place %s in %s', (date, week) => {
    expect(isoWeek(day(date), UTC)).toBe(week);
  });

  it.each([
    ['2027-01-03T10:59', 'Pacific/Auckland', '2026-W53'],
    ['2027-01-03T11:00', 'Pacific/Auckland', '2027-W01'],
    ['2027-01-04T04:59', NEW_YORK, '2026-W53'],
    ['2027-01-04T05:00', NEW_YORK, '2027-W01'],
  ])('place %s in %s in %s', (minute, timeZone, week) => {
    expect(isoWeek(at(minute), timeZone)).toBe(week);
  });

  it('are an hour shorter or longer when clocks change', () => {
    const hours = weeksOf({ from: day('2026-01-05'), to: day('2027-01-04') }, LONDON).map(
      ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 3_600_000,
    );
    expect(hours.filter((length) => length !== 168)).toEqual([167, 169]);
  });

  it('cover a period without gaps, overlaps or repeats', () => {
    fc.assert(
      fc.property(periods, zones, (period, timeZone) => {
        const weeks = weeksOf(period, timeZone);
        expect(weeks.map((week) => week.from)).toEqual([
          period.from,
          ...weeks.slice(0, -1).map((week) => week.to),
        ]);
        expect(weeks.at(-1)?.to).toBe(period.to);
        expect(new Set(weeks.map(({ week }) => week)).size).toBe(weeks.length);
        for (const { week, from, to } of weeks) {
          expect(isoWeek(from, timeZone)).toBe(week);
          const monday = startOfDate(mondayOfWeek(week), timeZone);
          expect(monday).toBe(startOf('week', from, timeZone));
          expect(isoWeek(new Date(Date.parse(to) - 1).toISOString(), timeZone)).toBe(week);
        }
      }),
    );
  });
});

describe('a calendar unit', () => {
  it('starts with the first moment of its first day', () => {
    const first = { week: /./, month: /-01$/, quarter: /-(01|04|07|10)-01$/ };
    fc.assert(
      fc.property(
        moments,
        zones,
        fc.constantFrom('week', 'month', 'quarter'),
        (moment, zone, unit) => {
          const now = moment.toISOString();
          const start = startOf(unit, now, zone);
          const date = dateOnTheWall(Date.parse(start), zone);
          expect(dateAt(start, zone)).toBe(date);
          expect(date).toMatch(first[unit]);
          if (unit === 'week') expect(new Date(date).getUTCDay()).toBe(1);
          expect(dateOnTheWall(Date.parse(start) - 1, zone) < date).toBe(true);
          expect(start <= now && now < startOf(unit, now, zone, 1)).toBe(true);
          expect(startOf(unit, startOf(unit, now, zone, -1), zone, 1)).toBe(start);
        },
      ),
    );
  });
});
