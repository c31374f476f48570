import { addHours, type Instant, toInstant } from '../instant.ts';

/** From one instant, inclusive, to another, exclusive. */
export type Period = { from: Instant; to: Instant };

const DAY_HOURS = 24;
const DEFAULT_DAYS = 28;
/** Three years, one of them possibly a leap year. */
const MAX_DAYS = 3 * 365 + 1;
/** Before any data; it keeps years like 0000 away from the database. */
const EARLIEST = '2000-01-01T00:00:00.000Z';

const lengthHours = ({ from, to }: Period): number =>
  (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** The requested period. `to` defaults to now, `from` to 28 days before `to`. */
export const periodOf = (requested: Partial<Period>, now: Instant): Period => {
  const to = requested.to ?? now;
  return { from: requested.from ?? addHours(to, -DEFAULT_DAYS * DAY_HOURS), to };
};

/** What is wrong with a period, keyed by the invalid parameter. Null if it is valid. */
export const periodFault = (period: Period): { from: string } | { to: string } | null => {
  if (period.from < EARLIEST) return { from: 'must not be before the year 2000' };
  if (period.to <= period.from) return { to: 'must be after from' };
  if (lengthHours(period) > MAX_DAYS * DAY_HOURS)
    return { from: 'must be at most three years before to' };
  return null;
};

/** The period of the same length just before. */
export const previousPeriod = (period: Period): Period => ({
  from: addHours(period.from, -lengthHours(period)),
  to: period.from,
});

/** The part of a period that lies in one ISO week. */
export type Week = Period & { week: string };

const WEEK_DAYS = 7;

/** 00:00 UTC on the Monday of an instant’s week. */
const monday = (at: Instant): Date => {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % WEEK_DAYS));
  return date;
};

/** The ISO 8601 week (UTC) of an instant, such as `2026-W47`. It belongs to the year of its Thursday. */
export const isoWeek = (at: Instant): string => {
  const thursday = monday(at);
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / (DAY_HOURS * 3_600_000);
  return `${year}-W${String(Math.floor(days / WEEK_DAYS) + 1).padStart(2, '0')}`;
};

/** All ISO weeks that overlap a period, the first and the last cut to fit it. */
export const weeksOf = ({ from, to }: Period): Week[] => {
  const weeks: Week[] = [];
  for (let start = from; start < to; ) {
    const end = addHours(toInstant(monday(start)), WEEK_DAYS * DAY_HOURS);
    weeks.push({ week: isoWeek(start), from: start, to: end < to ? end : to });
    start = end;
  }
  return weeks;
};
