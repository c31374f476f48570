import Papa from 'papaparse';

/** In characters: longer than any contact, and short enough to parse again after an unmatched quotation mark. */
const MAX_LENGTH = 10_000;

const TOO_LONG = `Longer than ${MAX_LENGTH.toLocaleString('en-GB')} characters.`;
const BROKEN = 'Unmatched quotation mark. Double it inside values.';

export type Line = {
  /** Its place in the file, from 1; of a line with breaks in it, where it starts. */
  number: number;
  cells: string[];
  /** Its text in the file, without the line end. */
  raw: string;
  /** Why it can't be read, in a sentence. */
  problem: string | null;
};

type Found = { cells: string[]; length: number; problem: string | null };

const isEven = (text: string, letter: string): boolean => text.split(letter).length % 2 === 1;

/** Reads the line that starts at a position. A broken line ends at the next line break, not at the end of the file. */
const readLine = (text: string, at: number, delimiter: string): Found => {
  const end = text.indexOf('\n', at);
  const first = text.slice(at, end < 0 ? text.length : end + 1);
  const broken = (problem: string) => ({ cells: [], length: first.length, problem });
  if (first.length > MAX_LENGTH) return broken(TOO_LONG);
  // Without quotation marks nothing needs parsing: spreadsheets add empty lines by the million.
  if (!first.includes('"'))
    return { cells: first.replace('\n', '').split(delimiter), length: first.length, problem: null };
  const parse = (part: string) =>
    Papa.parse<string[]>(part, { delimiter, newline: '\n', preview: 1 });
  // Most quoted values end on their line.
  if (isEven(first, '"')) {
    const { errors, data } = parse(first);
    if (errors.length === 0) return { cells: data[0] ?? [], length: first.length, problem: null };
  }
  // The others continue on the next line.
  const window = text.slice(at, at + MAX_LENGTH + 1);
  const parsed = parse(window);
  const { cursor: length } = parsed.meta;
  if (parsed.errors.length > 0 || length > MAX_LENGTH) return broken(BROKEN);
  return { cells: parsed.data[0] ?? [], length, problem: null };
};

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** Matches a thousand empty lines at most: nothing but spaces and empty quoted values. */
const emptyLines = (delimiter: string): RegExp =>
  new RegExp(`(?:(?:""| *)(?:${delimiter}(?:""| *))*\n){1,1000}`, 'y');

/**
 * Yields the lines of a text, the header included, and null in place of up to a thousand empty ones, so that its caller
 * can pause. Line ends must be `\n`.
 */
export function* scanLines(text: string, delimiter: string): Generator<Line | null> {
  let number = 1;
  const empty = emptyLines(delimiter);
  for (let at = 0; at < text.length; ) {
    empty.lastIndex = at;
    const [skipped] = empty.exec(text) ?? [];
    if (skipped) {
      yield null;
      number += countBreaks(skipped);
      at += skipped.length;
      continue;
    }
    const { cells, length, problem } = readLine(text, at, delimiter);
    const taken = text.slice(at, at + length);
    if (problem || cells.some((cell) => cell.trim() !== ''))
      yield { number, cells, raw: taken.replace(/\n$/, ''), problem };
    number += countBreaks(taken);
    at += length;
  }
}

/** The lines of a text. */
export function* readLines(text: string, delimiter: string): Generator<Line> {
  for (const line of scanLines(text, delimiter)) if (line) yield line;
}
