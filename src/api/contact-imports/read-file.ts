import { Problem } from '../http/problem.ts';
import { type Column, checkHeader, type Header, readHeader } from './columns.ts';
import { decodeText } from './decode.ts';
import { type Line, readLines } from './read-lines.ts';

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

type Opened = { header: Line & Header; rest: Generator<Line> };

/** Reads the header with the delimiter by which most of its columns are known. */
const openText = (text: string): Opened | undefined =>
  DELIMITERS.flatMap((delimiter) => {
    const rest = readLines(text, delimiter);
    const { value } = rest.next();
    return value ? [{ header: { ...value, ...readHeader(value.cells) }, rest }] : [];
  }).reduce<Opened | undefined>(
    (best, one) =>
      best && Object.keys(best.header.columns).length >= Object.keys(one.header.columns).length
        ? best
        : one,
    undefined,
  );

/**
 * Reads a file of contacts. Lines that can’t be read are included, with what is wrong with them in `problem`.
 * @throws Problem 422 when the file is not text, has no usable header, is empty or too long
 */
export const readContactFile = (bytes: Uint8Array): ContactFile => {
  const opened = openText(decodeText(bytes));
  if (!opened) throw new Problem(422, 'The file is empty.');
  const { header, rest } = opened;
  if (header.problem) throw new Problem(422, `We can’t read the header row. ${header.problem}`);
  checkHeader(header);
  const given: Given[] = [];
  for (const line of rest) {
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
