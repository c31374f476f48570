import type { Instant } from '../../../journey/instant.ts';
import { localDay } from './localDay.ts';

const midnight = (day: string, daysLater: number): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater);
};

/** Converts a day to its first moment in the reader’s time zone and back; null and '' stand for no day. */
export const startOfDay = {
  parse: (day: string | null): Instant | null => (day ? midnight(day, 0).toISOString() : null),
  format: (at: Instant | null | undefined): string => (at ? localDay(new Date(at)) : ''),
};

/** Converts a day to the first moment after it and back. */
export const endOfDay = {
  parse: (day: string | null): Instant | null => (day ? midnight(day, 1).toISOString() : null),
  format: (at: Instant | null | undefined): string =>
    at ? localDay(new Date(Date.parse(at) - 1)) : '',
};
