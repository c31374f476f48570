import { Problem } from '../http/problem.ts';
import { COLUMNS, type Column, HEADER_NAMES } from './header-names.ts';

/** The positions of each column in a line, from 0, in the order in which to look for a value. */
export type Columns = { [C in Column]?: readonly number[] };

export type Header = {
  columns: Columns;
  /** The number of columns, unknown ones included. */
  width: number;
  unknown: string[];
};

/** A column’s name without case, accents, spaces and punctuation. */
const bare = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const MEANINGS = new Map(
  COLUMNS.flatMap((column) =>
    HEADER_NAMES[column].map((name, rank) => [bare(name), { column, rank }] as const),
  ),
);

/** How many unknown columns a message names. */
const MOST_NAMED = 20;

const listed = (names: readonly string[]): string => {
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const others = names.length - named.length;
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
};

const own = (column: Column): string => `“${HEADER_NAMES[column][0]}”`;

const ACCEPTED =
  `Put the customer in ${own('id')} (the ID in Codat) or ${own('customer')} (the exact name), and the contact in one ` +
  `or more of ${own('name')}, ${own('email')}, ${own('phone')}. ${own('role')} (optional) names which contact it is. ` +
  `${own('accountManager')} (optional) is the name or email of a colleague.`;

/** The message about columns that the import does not know. */
export const unknownColumns = (unknown: readonly string[]): string =>
  `Ignored unknown ${unknown.length === 1 ? 'column' : 'columns'} ${listed(unknown)}. ${ACCEPTED}`;

/** Finds the known columns in the cells of a header. A name that is there twice is known once. */
export const readHeader = (cells: readonly string[]): Header => {
  const names = cells.map(bare);
  const found = cells.map((cell, index) => {
    const name = bare(cell);
    const meaning = names.indexOf(name) === index ? MEANINGS.get(name) : undefined;
    return { cell: cell.trim(), index, meaning };
  });
  const columns: Columns = {};
  for (const column of COLUMNS) {
    const positions = found
      .filter(({ meaning }) => meaning?.column === column)
      .sort((a, b) => (a.meaning?.rank ?? 0) - (b.meaning?.rank ?? 0))
      .map(({ index }) => index);
    if (positions.length > 0) columns[column] = positions;
  }
  const unknown = found.filter(({ meaning, cell }) => !meaning && cell !== '');
  return { columns, width: cells.length, unknown: unknown.map(({ cell }) => cell) };
};

const CUSTOMER: readonly Column[] = ['id', 'customer'];
const CONTACT: readonly Column[] = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'accountManager',
];

/** @throws Problem 422 naming the columns that are missing */
export const checkHeader = ({ columns, unknown }: Header): void => {
  const lacks = (wanted: readonly Column[]) => wanted.every((column) => !columns[column]);
  const missing = [
    lacks(CUSTOMER) && 'a customer column',
    lacks(CONTACT) && 'a contact column',
  ].filter((what) => what !== false);
  if (missing.length === 0) return;
  const found = unknown.length > 0 ? ` Unknown columns: ${listed(unknown)}.` : '';
  throw new Problem(422, `The header row needs ${missing.join(' and ')}. ${ACCEPTED}${found}`);
};
