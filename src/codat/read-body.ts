import { z } from 'zod';

/** What could be read of a delivery’s body, and what had to be changed for the database to accept it. */
export type ReadBody = { value: unknown; notes: string[] };

/** PostgreSQL stores neither NUL nor lone surrogates, and a customer’s name or tag may contain either. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * Reads a delivery’s body. Characters that the database can’t store, such as NUL, are left out with a note, in names of
 * fields too, because the rest still counts.
 * @throws SyntaxError when it is not JSON
 */
export const readBody = (body: string): ReadBody => {
  const notes = new Set<string>();

  const cleanText = (text: string, path: string): string => {
    const clean = storable(text);
    if (clean !== text)
      notes.add(`${path || 'The body'} contained characters that can’t be stored.`);
    return clean;
  };

  const cleanEntry = (key: string, value: unknown, path: string): [string, unknown] => {
    const clean = cleanText(key, path);
    return [clean, cleaned(value, path ? `${path}.${clean}` : clean)];
  };

  const cleaned = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return cleanText(value, path);
    if (Array.isArray(value)) return value.map((one) => cleaned(one, path));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => cleanEntry(key, one, path)),
    );
  };

  return { value: cleaned(JSON.parse(body), ''), notes: [...notes] };
};

const id = z.object({ id: z.string() }).optional().catch(undefined);
const described = z.object({
  payload: z.object({ id: z.unknown().optional(), referenceCompany: id }),
});

/** The id of the company that a delivery is about, whether or not the rest of it can be understood. Null if it names none. */
export const companyIdIn = (body: string): string | null => {
  try {
    const { payload } = described.parse(JSON.parse(body));
    const named = payload.referenceCompany?.id ?? payload.id;
    return typeof named === 'string' ? storable(named) : null;
  } catch {
    return null;
  }
};
