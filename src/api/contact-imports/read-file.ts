import { Problem } from '../http/problem.ts';
import { takePauses } from '../kit/pauses.ts';
import { type Column, checkHeader, type Header, readHeader } from './columns.ts';
import { decodeText } from './decode.ts';
import { type Line, scanLines } from './read-lines.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const MAX_LINES = 50_000;

/** A line below the header with its trimmed text in each column; '' where the file lacks the column. */
export type Given = Omit<Line, 'cells'> & { [C in Column]: string };

export type ContactFile = { header: Line & Header; given: Given[] };

/** Removes the apostrophe that keeps spreadsheets from reading a value as a formula. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

const readGiven = (line: Line, { columns, width }: Header): Given => {
  const { cells, ...rest } = line;
  const used = cells.findLastIndex((cell) => cell !== '') + 1;
  const fits = cells.length >= width && used <= width;
  const cellOf = (column: Column): string => {
    const index = columns[column];
    return index === undefined ? '' : unguarded((cells[index] ?? '').trim());
  };
  return {
    ...rest,
    problem: rest.problem ?? (fits ? null : `${cells.length} values for ${width} columns.`),
    id: cellOf('id'),
    customer: cellOf('customer'),
    role: cellOf('role'),
    name: cellOf('name'),
    email: cellOf('email'),
    phone: cellOf('phone'),
  };
};

type Opened = { header: Line & Header; lines: Lines };

type Lines = { next: () => Promise<Line | undefined> };

/** The lines of a text, with pauses for others between them. */
const linesOf = (text: string, delimiter: string): Lines => {
  const scan = scanLines(text, delimiter);
  const { due, pause } = takePauses();
  return {
    next: async () => {
      for (;;) {
        const { done, value } = scan.next();
        if (due()) await pause();
        if (done) return undefined;
        if (value) return value;
      }
    },
  };
};

/** Reads the header with the delimiter by which most of its columns are known. */
const openText = async (text: string): Promise<Opened | undefined> => {
  let best: Opened | undefined;
  let known = -1;
  for (const delimiter of DELIMITERS) {
    const lines = linesOf(text, delimiter);
    const line = await lines.next();
    if (!line) continue;
    const header = { ...line, ...readHeader(line.cells) };
    const columns = Object.keys(header.columns).length;
    if (columns > known) best = { header, lines };
    known = Math.max(known, columns);
  }
  return best;
};

/**
 * Reads a file of contacts. Lines that can’t be read are included, with what is wrong with them in `problem`.
 * @throws Problem 422 when the file is not text, has no usable header, is empty or too long
 */
export const readContactFile = async (bytes: Uint8Array): Promise<ContactFile> => {
  const opened = await openText(decodeText(bytes));
  if (!opened) throw new Problem(422, 'The file is empty.');
  const { header, lines } = opened;
  if (header.problem) throw new Problem(422, `We can’t read the header row. ${header.problem}`);
  checkHeader(header);
  const given: Given[] = [];
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (given.length === MAX_LINES)
      throw new Problem(
        422,
        `More than ${MAX_LINES.toLocaleString('en-GB')} rows. Split the file.`,
      );
    given.push(readGiven(line, header));
  }
  if (given.length === 0) throw new Problem(422, 'The file has a header but no rows.');
  return { header, given };
};
