import { LOCALE } from '../../common/locale.ts';
import type { Calendar } from '../../journey/clock/working-time.ts';
import { counted } from '../shared/format/counted.ts';

const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeZone: 'UTC' });
const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 3_600_000;

/** The days of a week from Monday, which is 1. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((id) => ({
  id,
  name: weekday.format(MONDAY + (id - 1) * DAY),
}));

/** The time zones that browsers know, and UTC, which not all of them list. */
export const timeZones = (): { id: string; name: string }[] =>
  [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((id) => ({
    id,
    name: id.replaceAll('_', ' '),
  }));

/** A date such as `2026-12-25`, as in “Friday, 25 December 2026”. */
export const holidayLabel = (date: string): string => day.format(new Date(date));

/** As in “Monday, Tuesday and Friday, 09:00–17:00, Europe/London, 8 holidays”. */
export const calendarLabel = (calendar: Calendar): string => {
  const { workingDays, workingFrom, workingTo, timeZone, holidays } = calendar;
  const days = WEEKDAYS.filter(({ id }) => workingDays.includes(id)).map(({ name }) => name);
  return [
    list.format(days),
    `${workingFrom}–${workingTo}`,
    timeZone.replaceAll('_', ' '),
    holidays.length === 0 ? 'no holidays' : counted(holidays.length, 'holiday', 'holidays'),
  ].join(', ');
};
