import { useSearchParams } from 'react-router-dom';
import { readInstant, toInstant } from '../../../journey/instant.ts';
import { CALENDAR_UNITS } from '../../../journey/metrics/calendar.ts';
import {
  isPeriodName,
  NAMED_PERIODS,
  type PeriodName,
  type UnitPeriod,
} from '../../../journey/metrics/named-period.ts';
import { periodFault } from '../../../journey/metrics/period.ts';
import { useNow } from '../format/useNow.ts';
import { useTimeZone } from './useTimeZone.ts';

const DEFAULT_PERIOD: PeriodName = '28-days';

const PARAMETERS = ['period', 'from', 'to', 'unit'] as const;

/** An address with these parameters for its period. */
const replaced = (
  search: URLSearchParams,
  chosen: { period: PeriodName } | UnitPeriod,
): URLSearchParams => {
  const after = new URLSearchParams(search);
  for (const name of PARAMETERS) after.delete(name);
  for (const [name, value] of Object.entries(chosen)) after.set(name, value);
  return after;
};

/** An address that names the dates of its period, instead of what they are called today. */
export const withDates = (search: URLSearchParams, { from, to, unit }: UnitPeriod) =>
  replaced(search, { from, to, ...(unit && { unit }) });

/** The dates that an address names. Null if it names none that can be used. */
const datesIn = (search: URLSearchParams): UnitPeriod | null => {
  const from = readInstant(search.get('from'));
  const to = readInstant(search.get('to'));
  if (!from || !to || periodFault({ from, to })) return null;
  return { from, to, unit: CALENDAR_UNITS.find((one) => one === search.get('unit')) };
};

/**
 * The period of the page’s numbers, kept in the URL: dates, or what they are called today, so that a bookmark moves on with
 * time. The bounds are the same for everything on the page. Null until the team’s time zone is known.
 */
export const usePeriod = () => {
  const [search, setSearch] = useSearchParams();
  const timeZone = useTimeZone();
  const now = toInstant(useNow());
  const dates = datesIn(search);
  const chosen = search.get('period');
  const name = isPeriodName(chosen) ? chosen : DEFAULT_PERIOD;
  const choose = (period: PeriodName | UnitPeriod) =>
    setSearch(
      (all) => (typeof period === 'string' ? replaced(all, { period }) : withDates(all, period)),
      { replace: true },
    );
  return {
    /** Null for dates. */
    name: dates ? null : name,
    period: dates ?? (timeZone === null ? null : NAMED_PERIODS[name]({ now, timeZone })),
    timeZone,
    now,
    choose,
  };
};
