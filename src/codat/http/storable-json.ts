import { storable } from '../read-body.ts';

/** Escapes in JSON of what PostgreSQL can’t store. UTF-8 itself can’t contain lone surrogates. */
const SUSPECT = /\\u(0000|d[89a-f])|\0/i;

const cleaned = (_: string, value: unknown): unknown => {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storable(key), one]));
};

/**
 * JSON with only what PostgreSQL can store, in keys as well as in values.
 * @throws SyntaxError when the text isn’t JSON
 * @throws RangeError when it is nested too deeply to be cleaned
 */
export const storableJson = (text: string): string => {
  if (SUSPECT.test(text)) return JSON.stringify(JSON.parse(text, cleaned));
  JSON.parse(text);
  return text;
};
