import type { Instant } from './instant.ts';

const APART_MS = 5 * 60_000;

/** Whether two sources can mean one happening: they tell of it at most five minutes apart. */
export const isSameMoment = (a: Instant, b: Instant): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) <= APART_MS;
