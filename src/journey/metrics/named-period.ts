import type { Instant } from '../instant.ts';
import { type CalendarUnit, startOf } from './calendar.ts';
import type { Period, Zoned } from './period.ts';

/** A period, and the calendar unit that it is, or as much of it as has passed. */
export type UnitPeriod = Period & { unit?: CalendarUnit | undefined };

type Bounds = (today: Zoned & { now: Instant }) => UnitPeriod;

const current =
  (unit: CalendarUnit): Bounds =>
  ({ now, timeZone }) => ({
    from: startOf(unit, now, timeZone),
    to: startOf('day', now, timeZone, 1),
    unit,
  });

const last =
  (unit: CalendarUnit): Bounds =>
  ({ now, timeZone }) => ({
    from: startOf(unit, now, timeZone, -1),
    to: startOf(unit, now, timeZone),
    unit,
  });

const days =
  (count: number): Bounds =>
  ({ now, timeZone }) => ({
    from: startOf('day', now, timeZone, 1 - count),
    to: startOf('day', now, timeZone, 1),
  });

/** Last week, and as much of this one as has passed. */
const sinceLastWeek: Bounds = ({ now, timeZone }) => ({
  from: startOf('week', now, timeZone, -1),
  to: startOf('day', now, timeZone, 1),
});

/**
 * The periods that have names. They end with today, not now: so everything on a page has the same bounds, whenever it is
 * loaded, and a link to it means the same days tomorrow.
 */
export const NAMED_PERIODS = {
  'this-week': current('week'),
  'last-week': last('week'),
  'since-last-week': sinceLastWeek,
  'this-month': current('month'),
  'last-month': last('month'),
  'this-quarter': current('quarter'),
  'last-quarter': last('quarter'),
  '7-days': days(7),
  '28-days': days(28),
  '90-days': days(90),
  '12-months': days(365),
} satisfies Record<string, Bounds>;
export type PeriodName = keyof typeof NAMED_PERIODS;

export const isPeriodName = (name: string | null): name is PeriodName =>
  name !== null && Object.hasOwn(NAMED_PERIODS, name);
