const UNITS = [
  ['y', 365 * 24 * 60],
  ['d', 24 * 60],
  ['h', 60],
  ['min', 1],
] as const;

/** A span in its largest whole unit, as in “5 h” or “2 d”; below a minute it is “now”. */
export const shortDuration = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000);
  const unit = UNITS.find(([, length]) => minutes >= length);
  return unit ? `${Math.floor(minutes / unit[1])} ${unit[0]}` : 'now';
};

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The date in the reader's own time zone and notation. */
export const exactDay = (instant: string): string => day.format(new Date(instant));

/** Date and time in the reader's own time zone and notation. */
export const exactTime = (instant: string): string => exact.format(new Date(instant));
