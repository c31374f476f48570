import { addHours, type Instant } from '../instant.ts';
import { asFarAfter, type CalendarUnit, daysBetween, isoWeek, startOf } from './calendar.ts';

/** From one instant, inclusive, to another, exclusive. */
export type Period = { from: Instant; to: Instant };

/** A period in one text, as ISO 8601 has it: `2026-11-16T00:00:00.000Z/2026-11-23T00:00:00.000Z`. */
export const intervalOf = ({ from, to }: Period): string => `${from}/${to}`;

/** The days, weeks and months of numbers are those of the team’s time zone. */
export type Zoned = { timeZone: string };

const DEFAULT_DAYS = 28;
/** Three years, one of them possibly a leap year. */
const MAX_HOURS = (3 * 365 + 1) * 24;
/** Before any data; it keeps years like 0000 away from the database. */
const EARLIEST = '2000-01-01T00:00:00.000Z';

export const lengthHours = ({ from, to }: Period): number =>
  (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** Whole days up to a moment, the day of that moment included. */
export const daysUntil = (to: Instant, days: number, { timeZone }: Zoned): Period => {
  const last = startOf('day', to, timeZone);
  return { from: startOf('day', to, timeZone, last === to ? -days : 1 - days), to };
};

/** The requested period. `to` defaults to now, `from` to the first of 28 days up to `to`. */
export const periodOf = (
  requested: Partial<Period>,
  { now, ...zoned }: Zoned & { now: Instant },
): Period => {
  const period = daysUntil(requested.to ?? now, DEFAULT_DAYS, zoned);
  return { ...period, from: requested.from ?? period.from };
};

/** What is wrong with a period, keyed by the invalid parameter. Null if it is valid. */
export const periodFault = (period: Period): { from: string } | { to: string } | null => {
  if (period.from < EARLIEST) return { from: 'must not be before the year 2000' };
  if (period.to <= period.from) return { to: 'must be after from' };
  if (lengthHours(period) > MAX_HOURS) return { from: 'must be at most three years before to' };
  return null;
};

/** What a period is compared by: the calendar unit that starts at `from`, if any; and how much of it has passed. */
type Compared = Zoned & { unit?: CalendarUnit | undefined; now: Instant };

const isMidnight = (at: Instant, timeZone: string): boolean => startOf('day', at, timeZone) === at;

/** Where the period before starts: whole days or a calendar unit earlier. */
const startBefore = ({ from, to }: Period, { timeZone, unit }: Compared): Instant => {
  if (unit) return startOf(unit, from, timeZone, -1);
  const days = daysBetween(from, to, timeZone) + (isMidnight(to, timeZone) ? 0 : 1);
  return startOf('day', from, timeZone, -days);
};

/**
 * The calendar day, week, month or quarter before, or else as many days before. Of a period that has not ended, it is the
 * part up to the same day and time. Of a period that starts within a day, the same length just before.
 */
export const previousPeriod = (period: Period, compared: Compared): Period => {
  const { from } = period;
  const { timeZone, unit, now } = compared;
  if (!isMidnight(from, timeZone)) return { from: addHours(from, -lengthHours(period)), to: from };
  const to = from < now && now < period.to ? now : period.to;
  const start = startBefore(period, compared);
  const isOver = unit ? to >= startOf(unit, from, timeZone, 1) : isMidnight(to, timeZone);
  const end = isOver ? from : asFarAfter(start, { from, to }, timeZone);
  return { from: start, to: end < from ? end : from };
};

/** The part of a period that lies in one ISO week. */
export type Week = Period & { week: string };

/** All ISO weeks that overlap a period, the first and the last cut to fit it. */
export const weeksOf = ({ from, to }: Period, timeZone: string): Week[] => {
  const weeks: Week[] = [];
  for (let start = from; start < to; ) {
    const end = startOf('week', start, timeZone, 1);
    weeks.push({ week: isoWeek(start, timeZone), from: start, to: end < to ? end : to });
    start = end;
  }
  return weeks;
};
