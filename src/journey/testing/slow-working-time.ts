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

/** Whether the team works in the quarter that begins at `at`: the clock has shown the start that day, but not the end. */
export const isWorking = (at: number, calendar: Calendar): boolean => {
  const { timeZone } = calendar;
  const date = dateOnTheWall(at, timeZone);
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  if (!calendar.workingDays.includes(weekday) || calendar.holidays.includes(date)) return false;
  let started = false;
  for (let quarter = at; ; quarter -= QUARTER) {
    if (dateOnTheWall(quarter, timeZone) !== date) return started;
    const time = timeOnTheWall(quarter, timeZone);
    if (time >= calendar.workingTo) return false;
    if (time >= calendar.workingFrom) started = true;
  }
};
