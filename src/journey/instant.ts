/**
 * A moment as ISO 8601 in UTC with milliseconds: `2026-11-24T09:12:00.000Z`. One notation everywhere, so that instants
 * compare as strings and need no conversion between the database and the screen.
 */
export type Instant = string;

/** @throws RangeError when the text is not a date. Cuts digits past the millisecond. */
export const toInstant = (value: string | number | Date): Instant => new Date(value).toISOString();

/** The moment `hours` after `start`; fractions of an hour are allowed. */
export const addHours = (start: Instant, hours: number): Instant =>
  toInstant(Date.parse(start) + hours * 3_600_000);

/** The text if it is an instant in this notation, otherwise null. */
export const readInstant = (text: string | null): Instant | null =>
  text !== null && new Date(text).toJSON() === text ? text : null;

const APART_MS = 5 * 60_000;

/** Whether two reports can be about the same moment: they are at most five minutes apart. */
export const isSameMoment = (a: Instant, b: Instant): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) <= APART_MS;
