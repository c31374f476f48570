import { DAY, dateOf, dayAt, wallAt, whenWallShows } from '../clock/time-zone.ts';
import { type Instant, toInstant } from '../instant.ts';

/** Weeks are those of ISO 8601 and start on Monday. */
export const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** 1970 began on a Thursday. */
const mondayOf = (day: number): number => Math.floor((day + 3) / 7) * 7 - 3;

const monthsLater = (day: number, size: number, count: number): number => {
  const date = dateOf(day);
  const first = date.getUTCMonth() - (date.getUTCMonth() % size);
  return Date.UTC(date.getUTCFullYear(), first + count * size) / DAY;
};

/** The first day of the unit in which a day lies, or of the unit `count` later. Days are counted from 1970. */
const FIRST_DAYS: Record<CalendarUnit, (day: number, count: number) => number> = {
  day: (day, count) => day + count,
  week: (day, count) => mondayOf(day) + 7 * count,
  month: (day, count) => monthsLater(day, 1, count),
  quarter: (day, count) => monthsLater(day, 3, count),
};

/** When the unit in which a moment lies starts in a time zone, or the unit `count` later. */
export const startOf = (unit: CalendarUnit, at: Instant, timeZone: string, count = 0): Instant => {
  const day = dayAt(Date.parse(at), timeZone);
  return toInstant(whenWallShows(FIRST_DAYS[unit](day, count) * DAY, timeZone));
};

/** The number of days from the one in which a moment lies to that of another. */
export const daysBetween = (from: Instant, to: Instant, timeZone: string): number =>
  dayAt(Date.parse(to), timeZone) - dayAt(Date.parse(from), timeZone);

/** The moment that is as far after `start`, on the clock on the wall, as `to` is after `from`. */
export const asFarAfter = (
  start: Instant,
  { from, to }: { from: Instant; to: Instant },
  timeZone: string,
): Instant => {
  const wall = (at: Instant): number => wallAt(Date.parse(at), timeZone);
  return toInstant(whenWallShows(wall(start) + wall(to) - wall(from), timeZone));
};

/** When a date such as `2026-11-26` starts in a time zone, or the day `count` later. */
export const startOfDate = (date: string, timeZone: string, count = 0): Instant =>
  toInstant(whenWallShows(Date.parse(date) + count * DAY, timeZone));

/** The date on the wall at a moment, such as `2026-11-26`. */
export const dateAt = (at: Instant, timeZone: string): string =>
  dateOf(dayAt(Date.parse(at), timeZone))
    .toISOString()
    .slice(0, 10);

/** The Monday of an ISO 8601 week such as `2026-W47`, as a date. The year’s first week is that of 4 January. */
export const mondayOfWeek = (week: string): string => {
  const [year, number] = week.split('-W').map(Number);
  const first = mondayOf(Date.UTC(year ?? 0, 0, 4) / DAY);
  return dateOf(first + 7 * ((number ?? 1) - 1))
    .toISOString()
    .slice(0, 10);
};

/** The ISO 8601 week of a moment, such as `2026-W47`. It belongs to the year of its Thursday. */
export const isoWeek = (at: Instant, timeZone: string): string => {
  const thursday = mondayOf(dayAt(Date.parse(at), timeZone)) + 3;
  const year = dateOf(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0) / DAY) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};
