import type { Calendar } from '../clock/working-time.ts';

/**
 * Test support: working time, counted quarter by quarter of an hour. Clocks in all zones, and the times in tests, change
 * at full quarters only.
 */
export const QUARTER = 15 * 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const shown = new Map<string, string>();

/** The date and time on the wall at a moment, as in `2026-03-29 01:15`. */
const onTheWall = (at: number, timeZone: string): string => {
  const key = `${timeZone} ${at}`;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const text = shown.get(key) ?? format.format(at);
  shown.set(key, text);
  return text;
};

export const dateOnTheWall = (at: number, timeZone: string) => onTheWall(at, timeZone).slice(0, 10);
const timeOnTheWall = (at: number, timeZone: string) => onTheWall(at, timeZone).slice(11);

/** The quarters of one day, of which `at` is one, in which the team works: the clock has shown the start, but not the end. */
const workingQuarters = (at: number, { timeZone, ...calendar }: Calendar): Set<number> => {
  const working = new Set<number>();
  const date = dateOnTheWall(at, timeZone);
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  if (!calendar.workingDays.includes(weekday) || calendar.holidays.includes(date)) return working;
  let quarter = at;
  while (dateOnTheWall(quarter - QUARTER, timeZone) === date) quarter -= QUARTER;
  let [started, ended] = [false, false];
  for (; dateOnTheWall(quarter, timeZone) === date; quarter += QUARTER) {
    const time = timeOnTheWall(quarter, timeZone);
    if (time >= calendar.workingFrom) started = true;
    if (time >= calendar.workingTo) ended = true;
    if (started && !ended) working.add(quarter);
  }
  return working;
};

const counted = new WeakMap<Calendar, Map<string, Set<number>>>();

/** Whether the team works in the quarter that begins at `at`. */
export const isWorking = (at: number, calendar: Calendar): boolean => {
  const date = dateOnTheWall(at, calendar.timeZone);
  const days = counted.get(calendar) ?? new Map<string, Set<number>>();
  const quarters = days.get(date) ?? workingQuarters(at, calendar);
  counted.set(calendar, days.set(date, quarters));
  return quarters.has(at);
};
