import { DrizzleQueryError } from 'drizzle-orm';

/** An error as the log shows it: what happened and where, without the data that it happened to. */
type Described = {
  type: string;
  message: string;
  code?: string;
  table?: string;
  column?: string;
  constraint?: string;
  queue?: string;
  /** The functions it passed through, innermost first. */
  at?: string[];
  causes?: Described[];
};

/** What messages repeat of the data: values in quotes, credentials in addresses, email addresses, tokens and hashes. */
const DATA: [pattern: RegExp, instead: string][] = [
  [/"[\s\S]*"|“[\s\S]*”/g, '“…”'],
  [/\/\/[^/\s@]*@/g, '//…@'],
  [/[^\s<>(),;:]+@[^\s<>(),;:]+/g, '…@…'],
  [/[a-z\d]{32,}/gi, '…'],
];

const LONGEST = 500;

/** A text without data, on one line. */
export const withoutData = (text: string): string =>
  DATA.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST)
    .toWellFormed();

/** Errors of PostgreSQL about a statement (class 42) name columns and tables in quotes, and no data. */
const namesOnly = (code: string | undefined): boolean => /^42[\dA-Z]{3}$/.test(code ?? '');

/** In Drizzle’s message the statement’s parameters follow the statement. */
const messageOf = (error: Error, code: string | undefined): string => {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query}`.slice(0, LONGEST);
  return namesOnly(code)
    ? error.message.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST)
    : withoutData(error.message);
};

/** The stack repeats the message, which could contain lines that look like part of it. */
const pathOf = ({ stack = '', message }: Error): string[] => {
  const start = stack.indexOf(message);
  if (start < 0) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
};

/** Names of our own code, tables and queues, which errors of PostgreSQL, Node.js, HTTP clients and pg-boss carry. */
const NAMES = ['code', 'table', 'column', 'constraint', 'queue'] as const;

const namesOf = (error: Error): Partial<Record<(typeof NAMES)[number], string>> =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value: unknown = Reflect.get(error, name);
      return typeof value === 'string' ? [[name, withoutData(value)]] : [];
    }),
  );

/** Errors of workers reach us from pg-boss as plain objects. */
const isError = (value: unknown): value is Error =>
  value instanceof Error ||
  (typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'message') === 'string' &&
    typeof Reflect.get(value, 'stack') === 'string');

/** No error has more causes, unless it is its own. */
const DEEPEST = 5;

/**
 * An error for the log. What isn’t known to be harmless is left out: errors of databases carry parameters and rows, such
 * as password hashes and notes, and those of HTTP clients whole requests.
 */
export const describeError = (error: unknown, depth = 0): Described => {
  if (!isError(error)) return { type: typeof error, message: withoutData(String(error)) };
  const names = namesOf(error);
  const at = pathOf(error);
  const inner = depth < DEEPEST ? [error.cause].filter((cause) => cause !== undefined) : [];
  const parts = depth < DEEPEST && error instanceof AggregateError ? error.errors : [];
  const causes = [...inner, ...parts].slice(0, DEEPEST);
  return {
    type: error instanceof Error ? error.constructor.name : 'Error',
    message: messageOf(error, names.code),
    ...names,
    ...(at.length > 0 && { at }),
    ...(causes.length > 0 && { causes: causes.map((cause) => describeError(cause, depth + 1)) }),
  };
};
