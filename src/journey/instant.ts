/**
 * A moment, as ISO 8601 in UTC with milliseconds: `2026-11-24T09:12:00.000Z`. One notation everywhere, so
 * that instants compare as strings and travel from the database to the screen without conversion.
 */
export type Instant = string;

/** @throws RangeError when the text is not a date. Digits past the millisecond are cut. */
export const toInstant = (value: string | number | Date): Instant => new Date(value).toISOString();

/** The moment `hours` after `start`; fractions of an hour are allowed. */
export const addHours = (start: Instant, hours: number): Instant =>
  toInstant(Date.parse(start) + hours * 3_600_000);
