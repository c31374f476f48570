import { Problem } from '../http/problem.ts';

/** What the header may call each column, apart from case, spaces and punctuation; the first is what we call it. */
const NAMES = {
  id: ['Customer id', 'Company id', 'Codat id', 'Codat company id', 'Id'],
  customer: ['Customer', 'Customer name', 'Company', 'Company name'],
  role: ['Role', 'Contact role'],
  name: ['Name', 'Contact name', 'Contact'],
  email: ['E-mail', 'E-mail address', 'Contact e-mail', 'Mail'],
  phone: ['Phone', 'Phone number', 'Contact phone', 'Telephone', 'Tel'],
} as const;

export type Column = keyof typeof NAMES;

/** Where in a line each column is. */
export type Columns = { [C in Column]?: number };

export type Header = {
  columns: Columns;
  /** How many columns there are, with those that are not known. */
  width: number;
  unknown: string[];
};

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const MEANINGS = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [bare(name), column as Column] as const),
  ),
);

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const ACCEPTED =
  `Name the customer in “${NAMES.id[0]}” (the id at Codat) or “${NAMES.customer[0]}” (the exact name), and the ` +
  `contact in one or more of ${listed([NAMES.name[0], NAMES.email[0], NAMES.phone[0]])}; “${NAMES.role[0]}” may say ` +
  'which contact it is.';

/** What is said of columns that mean nothing to us. */
export const unknownColumns = (unknown: readonly string[]): string =>
  `${unknown.length === 1 ? 'A column is' : 'Columns are'} not known here and left out: ${listed(unknown)}. ${ACCEPTED}`;

/** What the cells of a header say. */
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
    columns.id === undefined && columns.customer === undefined && 'the customer',
    [columns.name, columns.email, columns.phone].every((index) => index === undefined) &&
      'the contact',
  ].filter((what) => what !== false);
  if (missing.length === 0) return;
  const found =
    unknown.length > 0 ? ` Columns that are not known: ${listed(unknown.slice(0, 20))}.` : '';
  throw new Problem(
    422,
    `The first line has no column for ${missing.join(' and none for ')}. ${ACCEPTED}${found}`,
  );
};
