import type { DigestFrequency } from '../../common/alerts.ts';
import { type Instant, toInstant } from '../../journey/instant.ts';

export type Schedule = {
  frequency: DigestFrequency;
  /** From 1 for Monday. */
  weekday: number;
  hour: number;
  timeZone: string;
};

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** What clocks in a time zone show, as if it were UTC. */
const wallClock = (ms: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(ms);
  const value = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
};

/**
 * The first moment at which clocks in a time zone show this time. If they skip it, the moment at which they skip: at
 * either side of it a clock change is at most two hours away, and there is only one.
 */
const momentOf = (wall: number, timeZone: string): number => {
  const offsets = [-DAY_MS, DAY_MS].map((away) => wallClock(wall + away, timeZone) - (wall + away));
  const [earliest = 0, latest = 0] = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  if (wallClock(earliest, timeZone) === wall) return earliest;
  if (wallClock(latest, timeZone) === wall) return latest;
  // Skipped: between the two, by the length of the change, clocks jump from before it to after it.
  const STEP = HOUR_MS / 4;
  let moment = earliest;
  while (wallClock(moment, timeZone) < wall) moment += STEP;
  return moment;
};

/** The local day of a moment, such as `2026-03-29`. */
export const localDay = (at: Instant, timeZone: string): string =>
  toInstant(wallClock(Date.parse(at), timeZone)).slice(0, 10);

const fallsOn = ({ frequency, weekday }: Schedule, day: number): boolean => {
  // From 1 for Monday.
  const dayOfWeek = new Date(day).getUTCDay() || 7;
  if (frequency === 'weekly') return dayOfWeek === weekday;
  return frequency === 'daily' || (frequency === 'weekdays' && dayOfWeek <= 5);
};

/** When the next digest is due after `now`; null when it is off. */
export const nextDigest = (schedule: Schedule, now: Instant): Instant | null => {
  const { hour, timeZone, frequency } = schedule;
  if (frequency === 'off') return null;
  const ms = Date.parse(now);
  const today = Date.parse(`${localDay(now, timeZone)}T00:00:00.000Z`);
  for (let day = today; day <= today + 8 * DAY_MS; day += DAY_MS) {
    if (!fallsOn(schedule, day)) continue;
    const moment = momentOf(day + hour * HOUR_MS, timeZone);
    if (moment > ms) return toInstant(moment);
  }
  return null;
};
