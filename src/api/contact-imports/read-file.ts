import { unguarded } from '../../common/csv.ts';
import { readMailbox } from '../../journey/profile/email-address.ts';
import { Problem } from '../http/problem.ts';
import { takePauses } from '../kit/pauses.ts';
import { checkHeader, type Header, readHeader } from './columns.ts';
import { decodeText } from './decode.ts';
import type { Column } from './header-names.ts';
import { type Line, scanLines } from './read-lines.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const MAX_LINES = 50_000;

/** A line below the header with its trimmed text in each column; '' where the file lacks the column. */
export type Given = Omit<Line, 'cells'> & {
  [C in Exclude<Column, 'firstName' | 'lastName'>]: string;
};

export type ContactFile = { header: Line & Header; given: Given[] };

/** What a spreadsheet shows instead of a value that it can’t compute, such as a phone number it took for a formula. */
const SPREADSHEET_ERROR =
  /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ERROR!|#+)$/i;

const problemOf = (cells: readonly string[], width: number): string | null => {
  const used = cells.findLastIndex((cell) => cell !== '') + 1;
  if (used > width) return `${cells.length} values for ${width} columns.`;
  const error = cells.find((cell) => SPREADSHEET_ERROR.test(cell.trim()));
  return error
    ? `“${error.trim()}” is a spreadsheet error. Enter the value itself and save again.`
    : null;
};

/** A name from its parts. Some languages call the last name just “name”, and others the first name. */
const fullName = (name: string, first: string, last: string): string => {
  const parts = [first, last].filter(Boolean);
  if (name && parts.every((part) => ` ${name} `.includes(` ${part} `))) return name;
  if (first && last) return parts.join(' ');
  return (first ? [first, name] : [name, last]).filter(Boolean).join(' ');
};

/** Google separates several values of one person like this. */
const firstOf = (values: string): string => values.split(' ::: ')[0] ?? '';

/** Reads a line. Spreadsheets leave out the last cells if they are empty. */
const readGiven = (line: Line, { columns, width }: Header): Given => {
  const { cells, ...rest } = line;
  const cellOf = (column: Column): string => {
    const values = columns[column]?.map((index) => unguarded((cells[index] ?? '').trim()));
    return values?.find((value) => value !== '') ?? '';
  };
  const email = firstOf(cellOf('email'));
  const name = fullName(cellOf('name'), cellOf('firstName'), cellOf('lastName'));
  return {
    ...rest,
    problem: rest.problem ?? problemOf(cells, width),
    id: cellOf('id'),
    customer: cellOf('customer'),
    role: cellOf('role'),
    name: name || (readMailbox(email).name ?? ''),
    email,
    phone: firstOf(cellOf('phone')),
    accountManager: cellOf('accountManager'),
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

/** Excel’s first line that names the delimiter. */
const DELIMITER_LINE = /^sep=.(?=\n)/i;

/** Reads the header with the delimiter by which most of its columns are known. */
const openText = async (file: string): Promise<Opened | undefined> => {
  // An empty line instead, so that the others keep their numbers.
  const text = file.replace(DELIMITER_LINE, '');
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
