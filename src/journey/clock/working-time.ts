import { type Instant, toInstant } from '../instant.ts';
import { DAY, dateOf, dayAt, whenWallShows } from './time-zone.ts';

/** When a team works. */
export type Calendar = {
  /** A name of the IANA time zone database, such as `Europe/London`. */
  timeZone: string;
  /** From 1 for Monday to 7 for Sunday. */
  workingDays: readonly number[];
  /** As on the clock on the wall, from `00:00` to `24:00`. */
  workingFrom: string;
  workingTo: string;
  /** Days off, such as `2026-12-25`. */
  holidays: readonly string[];
};

export const DEFAULT_CALENDAR = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  workingFrom: '09:00',
  workingTo: '17:00',
  holidays: [],
} satisfies Calendar;

/** In milliseconds since 1970 and milliseconds. */
export type Clock = {
  /** The first moment by which the clock has run for `duration` since `from`. */
  add: (from: number, duration: number) => number;
  /** For how long the clock runs between two moments. */
  between: (from: number, to: number) => number;
};

/** A clock that never stops. */
export const ALWAYS: Clock = {
  add: (from, duration) => from + duration,
  between: (from, to) => to - from,
};

const HOUR = 3_600_000;

/** `09:30` as a duration since midnight. */
const sinceMidnight = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * HOUR + (minutes ?? 0) * 60_000;
};

type WorkingTime = { from: number; to: number };
type Schedule = (day: number) => WorkingTime;

/** @throws RangeError when the calendar has no working time at all */
const makeSchedule = ({ timeZone, ...calendar }: Calendar): Schedule => {
  const [from, to] = [sinceMidnight(calendar.workingFrom), sinceMidnight(calendar.workingTo)];
  const [days, holidays] = [new Set(calendar.workingDays), new Set(calendar.holidays)];
  if (days.size === 0 || from >= to) throw new RangeError('This calendar has no working time.');
  const known = new Map<number, WorkingTime>();
  return (day) => {
    const found = known.get(day);
    if (found) return found;
    const date = dateOf(day);
    const works = days.has(date.getUTCDay() || 7) && !holidays.has(date.toISOString().slice(0, 10));
    const start = whenWallShows(day * DAY + (works ? from : 0), timeZone);
    const end = works ? whenWallShows(day * DAY + to, timeZone) : start;
    known.set(day, { from: start, to: end });
    return { from: start, to: end };
  };
};

const schedules = new WeakMap<Calendar, Schedule>();
/** The working time of each day of a calendar, worked out once. */
const scheduleOf = (calendar: Calendar): Schedule => {
  const schedule = schedules.get(calendar) ?? makeSchedule(calendar);
  schedules.set(calendar, schedule);
  return schedule;
};

/**
 * A clock that runs in working time: each working day from when the clock on the wall first shows its start until it
 * first shows its end. Where clocks are put forward or back meanwhile, the day is shorter or longer.
 * @throws RangeError when the calendar has no working time at all
 */
export const workingClock = (calendar: Calendar): Clock => {
  const schedule = scheduleOf(calendar);
  return {
    add: (start, duration) => {
      if (duration === 0) return start;
      let left = duration;
      for (let day = dayAt(start, calendar.timeZone); ; day += 1) {
        const { from, to } = schedule(day);
        const begins = Math.max(from, start);
        if (to - begins >= left) return begins + left;
        left -= Math.max(0, to - begins);
      }
    },
    between: (start, end) => {
      let passed = 0;
      for (let day = dayAt(start, calendar.timeZone); schedule(day).from < end; day += 1) {
        const { from, to } = schedule(day);
        passed += Math.max(0, Math.min(to, end) - Math.max(from, start));
      }
      return passed;
    },
  };
};

/**
 * The first moment by which `hours` of working time have passed.
 * @throws RangeError when the calendar has no working time at all
 */
export const addWorkingHours = (at: Instant, hours: number, calendar: Calendar): Instant =>
  toInstant(workingClock(calendar).add(Date.parse(at), hours * HOUR));

/**
 * When work starts on the next working day after the one on which `at` is.
 * @throws RangeError when the calendar has no working time at all
 */
export const nextWorkingDay = (at: Instant, calendar: Calendar): Instant => {
  const schedule = scheduleOf(calendar);
  for (let day = dayAt(Date.parse(at), calendar.timeZone) + 1; ; day += 1) {
    const { from, to } = schedule(day);
    if (from < to) return toInstant(from);
  }
};
