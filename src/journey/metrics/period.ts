import { addHours, type Instant } from '../instant.ts';
import { asFarAfter, type CalendarUnit, daysBetween, isoWeek, startOf } from './calendar.ts';

/** From one instant, inclusive, to another, exclusive. */
export type Period = { from: Instant; to: Instant };

/** The days, weeks and months of numbers are those of the team’s time zone. */
export type Zoned = { timeZone: string };

const DEFAULT_DAYS = 28;
/** Three years, one of them possibly a leap year. */
const MAX_HOURS = (3 * 365 + 1) * 24;
/** Before any data; it keeps years like 0000 away from the database. */
const EARLIEST = '2000-01-01T00:00:00.000Z';

const lengthHours = ({ from, to }: Period): number =>
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

type Calendar = Zoned & { unit?: CalendarUnit | undefined };

/** Days stay whole, also where clocks change meanwhile. */
const sameLengthBefore = (period: Period, timeZone: string): Period => {
  const { from, to } = period;
  const isWhole = [from, to].every((at) => startOf('day', at, timeZone) === at);
  const start = isWhole
    ? startOf('day', from, timeZone, -daysBetween(from, to, timeZone))
    : addHours(from, -lengthHours(period));
  return { from: start, to: from };
};

/**
 * The period of the same length just before. Of a calendar `unit`, which starts at `from`, the one before instead: up to
 * the same weekday or day of the month and time when this one is not over yet.
 */
export const previousPeriod = (period: Period, { timeZone, unit }: Calendar): Period => {
  if (!unit) return sameLengthBefore(period, timeZone);
  const { from, to } = period;
  const start = startOf(unit, from, timeZone, -1);
  const isOver = to >= startOf(unit, from, timeZone, 1);
  const end = isOver ? from : asFarAfter(start, period, timeZone);
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
