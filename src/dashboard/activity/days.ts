import type { Instant } from '../../journey/instant.ts';

/** Today at the reader’s, as a date input writes it: `2026-11-24`. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const midnight = (day: string, daysLater: number): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater);
};

/** The first moment of a day in the reader’s time zone, and back. Nothing chosen stays nothing. */
export const startOfDay = {
  parse: (day: string | null): Instant | null => (day ? midnight(day, 0).toISOString() : null),
  format: (at: Instant | null | undefined): string => (at ? dayOf(new Date(at)) : ''),
};

/** The first moment after a day, and back. */
export const endOfDay = {
  parse: (day: string | null): Instant | null => (day ? midnight(day, 1).toISOString() : null),
  format: (at: Instant | null | undefined): string =>
    at ? dayOf(new Date(Date.parse(at) - 1)) : '',
};
