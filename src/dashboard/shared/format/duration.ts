import { LOCALE } from '../../../common/locale.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const narrow = new Intl.DurationFormat(LOCALE, { style: 'narrow' });

/** A span of milliseconds in its largest whole unit, as in “5h” or “2d”; “now” below a minute. */
export const shortDuration = (milliseconds: number): string => {
  const whole = (unit: number): number => Math.floor(milliseconds / unit);
  if (milliseconds < MINUTE) return 'now';
  if (milliseconds < HOUR) return narrow.format({ minutes: whole(MINUTE) });
  if (milliseconds < DAY) return narrow.format({ hours: whole(HOUR) });
  if (milliseconds < YEAR) return narrow.format({ days: whole(DAY) });
  return narrow.format({ years: whole(YEAR) });
};

/** How long ago a span of milliseconds was, as in “5h ago” or “just now”. */
export const agoOf = (milliseconds: number): string => {
  const duration = shortDuration(milliseconds);
  return duration === 'now' ? 'just now' : `${duration} ago`;
};

const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const dated = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** The date in the reader's time zone, as in “23 Feb 2027”. */
export const exactDay = (instant: string): string => day.format(new Date(instant));

/** Date and time in the reader's time zone, as in “23 Feb 2027, 09:12”. */
export const exactTime = (instant: string): string => exact.format(new Date(instant));

/** The time of day in the reader's time zone, as in “09:12”. */
export const exactClock = (instant: string | number): string => clock.format(new Date(instant));

const midnightBefore = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0);

/** A moment near `now` (milliseconds since 1970), as in “09:12 tomorrow”; beyond that with its date, as in “Sun 29 Nov, 09:12”. */
export const nearTime = (instant: string, now: number): string => {
  const moment = new Date(instant);
  // Rounded, as days on which the clocks change are an hour longer or shorter.
  const days = Math.round((midnightBefore(moment) - midnightBefore(new Date(now))) / DAY);
  if (Math.abs(days) > 1) return dated.format(moment);
  return `${exactClock(instant)} ${relative.format(days, 'day')}`;
};
