import fc from 'fast-check';
import type { Calendar } from '../clock/working-time.ts';

/** Test support: calendars of teams, in zones that change their clocks in many ways. */

/** By an hour, by half an hour, at midnight, a quarter of an hour from full hours, and not at all. */
export const ZONES = [
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
] as const;

/** In quarters of an hour. */
const clockTime = (quarters: number): string =>
  [Math.floor(quarters / 4), (quarters % 4) * 15]
    .map((part) => `${part}`.padStart(2, '0'))
    .join(':');

const hours = fc.oneof(
  fc.constant([36, 68]),
  fc.constant([0, 96]),
  fc
    .uniqueArray(fc.nat(96), { minLength: 2, maxLength: 2 })
    .map((two) => two.sort((a, b) => a - b)),
);

const HOLIDAYS = [
  '2026-03-09',
  '2026-03-30',
  '2026-04-03',
  '2026-04-06',
  '2026-10-26',
  '2026-11-02',
];

export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    workingDays: fc.oneof(
      fc.constant([1, 2, 3, 4, 5]),
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    ),
    hours,
    holidays: fc.subarray(HOLIDAYS),
  })
  .map(({ hours: [from = 0, to = 96], ...calendar }) => ({
    ...calendar,
    workingFrom: clockTime(from),
    workingTo: clockTime(to),
  }));
