import { longDuration } from '../format/duration.ts';

const whole = new Intl.NumberFormat('en-GB', { style: 'percent' });
const tenths = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** A share, 0 to 1, in whole percent; below 1% with one decimal. */
export const percent = (share: number): string =>
  (share > 0 && share < 0.01 ? tenths : whole).format(share);

/** Two shares, as in “53–67%”. `Intl` would space them out: “53% – 67%”. */
export const percentRange = ({ low, high }: { low: number; high: number }): string =>
  `${percent(low).replace('%', '')}–${percent(high)}`;

/** A number of hours, as in “16h 58m”. */
export const hoursLabel = (hours: number): string => longDuration(hours * 3_600_000);

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The start of a week, as in “2 Mar”. Weeks start on Monday by UTC, whatever the reader’s time zone. */
export const weekLabel = (from: string): string => day.format(new Date(from));
