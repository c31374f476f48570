import { Problem } from '../http/problem.ts';

const COLUMNS = ['id', 'customer', 'role', 'name', 'email', 'phone'] as const;
export type Column = (typeof COLUMNS)[number];

/** The names of each column that a header may use, ignoring case, spaces and punctuation; ours comes first. */
const NAMES: Record<Column, readonly [string, ...string[]]> = {
  id: ['Customer ID', 'Company ID', 'Codat ID', 'Codat company ID', 'ID'],
  customer: ['Customer', 'Customer name', 'Company', 'Company name'],
  role: ['Role', 'Contact role'],
  name: ['Name', 'Contact name', 'Contact'],
  email: ['Email', 'Email address', 'Contact email', 'Mail'],
  phone: ['Phone', 'Phone number', 'Contact phone', 'Telephone', 'Tel'],
};

/** The position of each column in a line, from 0. */
export type Columns = { [C in Column]?: number };

export type Header = {
  columns: Columns;
  /** The number of columns, unknown ones included. */
  width: number;
  unknown: string[];
};

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const MEANINGS = new Map(
  COLUMNS.flatMap((column) => NAMES[column].map((name) => [bare(name), column] as const)),
);

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const ACCEPTED =
  `Put the customer in “${NAMES.id[0]}” (the ID in Codat) or “${NAMES.customer[0]}” (the exact name), and the ` +
  `contact in one or more of ${listed([NAMES.name[0], NAMES.email[0], NAMES.phone[0]])}. “${NAMES.role[0]}” (optional) names which contact it is.`;

/** The message about columns that the import does not know. */
export const unknownColumns = (unknown: readonly string[]): string =>
  `Ignored unknown ${unknown.length === 1 ? 'column' : 'columns'} ${listed(unknown)}. ${ACCEPTED}`;

/** Finds the known columns in the cells of a header. */
export const readHeader = (cells: readonly string[]): Header => {
  const columns: Columns = {};
  const unknown: string[] = [];
  cells.forEach((cell, index) => {
    const column = MEANINGS.get(bare(cell));
    if (column && columns[column] === undefined) columns[column] = index;
    else if (cell.trim()) unknown.push(cell.trim());
  });
  return { columns, width: cells.length, unknown };
};

/** @throws Problem 422 naming the columns that are missing */
export const checkHeader = ({ columns, unknown }: Header): void => {
  const missing = [
    columns.id === undefined && columns.customer === undefined && 'a customer column',
    [columns.name, columns.email, columns.phone].every((index) => index === undefined) &&
      'a contact column',
  ].filter((what) => what !== false);
  if (missing.length === 0) return;
  const found = unknown.length > 0 ? ` Unknown columns: ${listed(unknown.slice(0, 20))}.` : '';
  throw new Problem(422, `The header row needs ${missing.join(' and ')}. ${ACCEPTED}${found}`);
};
