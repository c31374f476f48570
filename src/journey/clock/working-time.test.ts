import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, toInstant } from '../instant.ts';
import { START } from '../testing/arbitraries.ts';
import { calendars } from '../testing/calendars.ts';
import { dateOnTheWall, isWorking, QUARTER } from '../testing/slow-working-time.ts';
import {
  addWorkingHours,
  type Calendar,
  DEFAULT_CALENDAR,
  nextWorkingDay,
  workingClock,
} from './working-time.ts';

const LONDON = { ...DEFAULT_CALENDAR, timeZone: 'Europe/London' };
const NIGHTS = { ...LONDON, workingDays: [6, 7], workingFrom: '00:00', workingTo: '04:00' };

describe('working hours', () => {
  it.each<[string, Calendar, string, number, string]>([
    ['pass within a day', LONDON, '2026-01-05T09:00Z', 3, '2026-01-05T12:00Z'],
    ['begin when work starts', LONDON, '2026-01-05T03:00Z', 1, '2026-01-05T10:00Z'],
    ['end with the day', LONDON, '2026-01-05T09:00Z', 8, '2026-01-05T17:00Z'],
    ['go on the next day', LONDON, '2026-01-05T16:30Z', 1, '2026-01-06T09:30Z'],
    ['skip a weekend', LONDON, '2026-01-09T16:00Z', 2, '2026-01-12T10:00Z'],
    [
      'skip a holiday',
      { ...LONDON, holidays: ['2026-01-06'] },
      '2026-01-05T16:00Z',
      2,
      '2026-01-07T10:00Z',
    ],
    ['of none are at once, even at night', LONDON, '2026-01-05T03:00Z', 0, '2026-01-05T03:00Z'],
    ['begin an hour earlier in summer', LONDON, '2026-03-27T16:00Z', 2, '2026-03-30T09:00Z'],
    ['begin an hour later in winter', LONDON, '2026-10-23T15:00Z', 2, '2026-10-26T10:00Z'],
    ['lack the hour put forward', NIGHTS, '2026-03-29T00:00Z', 3, '2026-03-29T03:00Z'],
    ['go on after it the next day', NIGHTS, '2026-03-29T00:00Z', 4, '2026-04-04T00:00Z'],
    ['include the hour put back', NIGHTS, '2026-10-24T23:00Z', 5, '2026-10-25T04:00Z'],
    [
      'start when the clock jumps over their start',
      { ...NIGHTS, workingFrom: '01:30' },
      '2026-03-28T23:00Z',
      1,
      '2026-03-29T02:00Z',
    ],
    [
      'keep to zones at half hours',
      { ...LONDON, timeZone: 'Asia/Kolkata' },
      '2026-01-05T00:00Z',
      1,
      '2026-01-05T04:30Z',
    ],
    [
      'last until midnight',
      { ...LONDON, workingTo: '24:00' },
      '2026-01-05T23:00Z',
      2,
      '2026-01-06T10:00Z',
    ],
    [
      'are as exact as thresholds',
      LONDON,
      '2026-01-05T16:59:59.500Z',
      0.25,
      '2026-01-06T09:14:59.5Z',
    ],
  ])('%s', (_, calendar, at, hours, expected) => {
    expect(addWorkingHours(toInstant(at), hours, calendar)).toBe(toInstant(expected));
  });

  it('of a year pass in any year, however long ago', () => {
    expect(addWorkingHours('0099-01-01T00:00:00.000Z', 8, LONDON)).toMatch(/^0099-01-01T17:01:15/);
    expect(addWorkingHours(START, 8760, LONDON)).toMatch(/^2030-05/);
  });

  it('equal those counted by quarters of an hour, whenever clocks change', () => {
    const moments = fc.tuple(fc.constantFrom(0, 227), fc.nat(40 * 96)).map(([days, quarters]) => {
      return Date.parse(START) + days * 24 * 3_600_000 + quarters * QUARTER;
    });
    fc.assert(
      fc.property(calendars, moments, fc.nat(120), (calendar, start, quarters) => {
        let [at, left] = [start, quarters];
        for (; left > 0; at += QUARTER) if (isWorking(at, calendar)) left -= 1;
        const clock = workingClock(calendar);
        expect(clock.add(start, quarters * QUARTER)).toBe(at);
        expect(clock.between(start, at)).toBe(quarters * QUARTER);
      }),
      { numRuns: 200 },
    );
  });

  it.each([{ workingDays: [] }, { workingTo: '09:00' }])('are refused without any: %o', (none) => {
    const calendar = { ...LONDON, ...none };
    expect(() => addWorkingHours(START, 1, calendar)).toThrow('no working time');
    expect(() => nextWorkingDay(START, calendar)).toThrow('no working time');
  });
});

describe('the next working day', () => {
  it.each([
    ['starts tomorrow', '2026-01-05T12:00Z', '2026-01-06T09:00Z'],
    ['starts tomorrow before work too', '2026-01-05T03:00Z', '2026-01-06T09:00Z'],
    ['starts after the weekend', '2026-01-09T12:00Z', '2026-01-12T09:00Z'],
    ['starts after holidays', '2026-04-02T12:00Z', '2026-04-07T08:00Z'],
    ['starts after the clocks are put forward', '2026-03-27T12:00Z', '2026-03-30T08:00Z'],
    ['starts after the clocks are put back', '2026-10-23T12:00Z', '2026-10-26T09:00Z'],
    ['follows the date on the wall', '2026-06-01T23:30Z', '2026-06-03T08:00Z'],
  ])('%s', (_, at, expected) => {
    const calendar = { ...LONDON, holidays: ['2026-04-03', '2026-04-06'] };
    expect(nextWorkingDay(toInstant(at), calendar)).toBe(toInstant(expected));
  });

  it('is the first on which somebody works', () => {
    fc.assert(
      fc.property(calendars, fc.nat(40 * 24), (calendar, hours) => {
        const at = Date.parse(addHours(START, hours));
        const today = dateOnTheWall(at, calendar.timeZone);
        let first = at;
        while (dateOnTheWall(first, calendar.timeZone) === today || !isWorking(first, calendar))
          first += QUARTER;
        expect(nextWorkingDay(toInstant(at), calendar)).toBe(toInstant(first));
      }),
      { numRuns: 200 },
    );
  });
});
