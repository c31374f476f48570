import { LOCALE } from '../../../common/locale.ts';
import { startOf } from '../../../journey/metrics/calendar.ts';
import type { PeriodName } from '../../../journey/metrics/named-period.ts';
import type { Period } from '../../../journey/metrics/period.ts';

export const PERIOD_LABELS: Record<PeriodName, string> = {
  'this-week': 'This week',
  'last-week': 'Last week',
  'since-last-week': 'Since last week',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  '7-days': 'Last 7 days',
  '28-days': 'Last 28 days',
  '90-days': 'Last 90 days',
  '12-months': 'Last 12 months',
};

/** The days of a period in a time zone, as in “1–26 Nov 2026”. `Intl` would space out days of one month. */
export const daysLabel = ({ from, to }: Period, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone })
    .formatRange(Date.parse(from), Date.parse(to) - 1)
    .replace(/^(\d+)\s–\s(?=\d)/, '$1–');

/** The reader’s time zone. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The name of the team’s time zone, as in “New Zealand Time”, where the reader’s days are others. Null where they are the same. */
export const zoneLabel = ({ from, to }: Period, timeZone: string, reader: string) => {
  if ([from, to].every((at) => startOf('day', at, reader) === at)) return null;
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: 'longGeneric' });
  const parts = format.formatToParts(Date.parse(from));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
};
