import { counted, LOCALE } from '../../../common/locale.ts';
import { mondayOfWeek } from '../../../journey/metrics/calendar.ts';

const whole = new Intl.NumberFormat(LOCALE, { style: 'percent' });
const tenths = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });

/** A share, 0 to 1, in whole percent; below 1% with one decimal. */
export const percent = (share: number): string =>
  (share > 0 && share < 0.01 ? tenths : whole).format(share);

/** Two shares, as in “53–67%”. `Intl` would space them out: “53% – 67%”. */
export const percentRange = ({ low, high }: { low: number; high: number }): string =>
  `${percent(low).replace('%', '')}–${percent(high)}`;

/** An interval in words. */
export const intervalLabel = (interval: { low: number; high: number }): string =>
  `95% confidence interval: ${percentRange(interval)}`;

const signed = new Intl.NumberFormat(LOCALE, {
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

/** The difference of two shares in percentage points, as in “+19”. */
export const points = (difference: number): string => signed.format(100 * difference);

/** The size of a difference of two shares in percentage points, as in “4 points”. */
export const pointsLabel = (difference: number): string =>
  counted(Math.round(Math.abs(100 * difference)), 'point', 'points');

const narrow = new Intl.DurationFormat(LOCALE, { style: 'narrow' });

/** Hours in their two largest units, as in “16h 58m” or “1d 3h”, where `shortDuration` gives one. */
export const hoursLabel = (hours: number): string => {
  const total = Math.round(hours * 60);
  if (total < 1) return '< 1m';
  const days = Math.floor(total / 1440);
  const minutes = days > 0 ? 0 : total % 60;
  return narrow.format({ days, hours: Math.floor(total / 60) % 24, minutes });
};

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A date such as `2026-03-02`, as in “2 Mar”. */
export const dateLabel = (date: string): string => day.format(new Date(date));

/** The Monday of an ISO week, as in “2 Mar”. */
export const weekLabel = ({ week }: { week: string }): string => dateLabel(mondayOfWeek(week));
