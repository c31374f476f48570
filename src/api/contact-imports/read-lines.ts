import Papa from 'papaparse';

/** Longer than any contact, and short enough that a quotation mark without its pair costs little. */
const MAX_LENGTH = 10_000;

const TOO_LONG = `This line is longer than ${MAX_LENGTH.toLocaleString('en-GB')} characters.`;
const BROKEN = 'A quotation mark here has no proper pair. Within a value, write it twice.';

export type Line = {
  /** Where in the file it begins; the first is 1. */
  number: number;
  cells: string[];
  /** As it stands in the file. */
  raw: string;
  /** Why it can't be read, in a sentence. */
  problem: string | null;
};

type Found = { cells: string[]; length: number; problem: string | null };

/** Reads the line that begins at a place. What is wrong in it ends where the text next breaks, and not with the file. */
const readLine = (text: string, at: number, delimiter: string): Found => {
  const end = text.indexOf('\n', at);
  const first = text.slice(at, end < 0 ? text.length : end + 1);
  const broken = (problem: string) => ({ cells: [], length: first.length, problem });
  if (first.length > MAX_LENGTH) return broken(TOO_LONG);
  // Without quotation marks nothing needs parsing: spreadsheets add empty lines by the million.
  if (!first.includes('"'))
    return { cells: first.replace('\n', '').split(delimiter), length: first.length, problem: null };
  // A value in quotation marks can go on in the next line.
  const window = text.slice(at, at + MAX_LENGTH + 1);
  const parsed = Papa.parse<string[]>(window, { delimiter, newline: '\n', preview: 1 });
  const { cursor: length } = parsed.meta;
  if (parsed.errors.length > 0 || length > MAX_LENGTH) return broken(BROKEN);
  return { cells: parsed.data[0] ?? [], length, problem: null };
};

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** The lines of a text, the header among them, but without those that are empty. Line ends have to be `\n`. */
export function* readLines(text: string, delimiter: string): Generator<Line> {
  let number = 1;
  for (let at = 0; at < text.length; ) {
    const { cells, length, problem } = readLine(text, at, delimiter);
    const taken = text.slice(at, at + length);
    if (problem || cells.some((cell) => cell.trim() !== ''))
      yield { number, cells, raw: taken.replace(/\n$/, ''), problem };
    number += countBreaks(taken);
    at += length;
  }
}
