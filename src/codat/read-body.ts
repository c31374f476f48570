import { type Instant, instant } from '../journey/instant.ts';

/** What could be read of a delivery’s body, and what had to be changed for the database to accept it. */
export type ReadBody = { value: unknown; notes: string[] };

const MOMENTS = new Set(['created', 'lastSync', 'erroredOnUtc']);

/** PostgreSQL stores neither NUL nor lone surrogates, and a customer’s name or tag may contain either. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const isMoment = (value: unknown): boolean => instant.safeParse(value).success;

/**
 * Reads a delivery’s body. What the database can’t store is left out with a note, because the rest still counts: text
 * such as NUL, in names of fields too, and dates such as those of the year 0. In place of an impossible
 * `generatedDate`, the delivery’s own time counts.
 * @throws SyntaxError when it is not JSON
 */
export const readBody = (body: string, receivedAt: Instant): ReadBody => {
  const notes = new Set<string>();

  const cleanText = (text: string, path: string): string => {
    const clean = storable(text);
    if (clean !== text)
      notes.add(`${path || 'The body'} contained characters that can’t be stored.`);
    return clean;
  };

  const cleanEntry = (key: string, value: unknown, path: string): [string, unknown][] => {
    const clean = cleanText(key, path);
    const at = path ? `${path}.${clean}` : clean;
    if (MOMENTS.has(key) && typeof value === 'string' && !isMoment(value)) {
      notes.add(`${at} was left out, as it is no possible date.`);
      return [];
    }
    if (at === 'generatedDate' && typeof value === 'string' && !isMoment(value)) {
      notes.add('generatedDate is no possible date. The time of receipt counts instead.');
      return [[at, receivedAt]];
    }
    return [[clean, cleaned(value, at)]];
  };

  const cleaned = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return cleanText(value, path);
    if (Array.isArray(value)) return value.map((one) => cleaned(one, path));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => cleanEntry(key, one, path)),
    );
  };

  return { value: cleaned(JSON.parse(body), ''), notes: [...notes] };
};
