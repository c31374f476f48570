import { addHours, type Instant } from '../../../src/journey/instant.ts';
import type { Random } from '../random.ts';

const MORNING = 8;
const EVENING = 18;
const WEEKEND = [6, 0];

/** The chance that someone works late or at a weekend. */
const OVERTIME = 0.12;

type Zone = { hoursAhead: number };

const localTime = (at: Instant, { hoursAhead }: Zone): Date =>
  new Date(Date.parse(at) + hoursAhead * 3_600_000);

/** Whether it is working time, Monday to Friday from 8:00 to 18:00 local time. */
export const isWorkingTime = (at: Instant, zone: Zone): boolean => {
  const local = localTime(at, zone);
  const hour = local.getUTCHours();
  return !WEEKEND.includes(local.getUTCDay()) && hour >= MORNING && hour < EVENING;
};

/** The given time if it is working time, otherwise a time in the first hours of the next working day. */
export const nextWorkingTime = (at: Instant, zone: Zone, random: Random): Instant => {
  if (isWorkingTime(at, zone) || random.chance(OVERTIME)) return at;
  const local = localTime(at, zone);
  const sinceMorning = local.getUTCHours() + local.getUTCMinutes() / 60 - MORNING;
  let next = addHours(at, random.within(0, 4) - sinceMorning);
  while (next < at || !isWorkingTime(next, zone)) next = addHours(next, 24);
  return next;
};
