import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';

type Columns = { key: string; name: string }[];

/** What statements say about a table, worked out once, because each webhook needs it for many. */
type Wording = {
  /** The columns, with their names in the schema and in the database. */
  columns: Columns;
  /** These names, separated by commas. */
  names: SQL;
  overwriting: Record<string, SQL>;
};

const known = new WeakMap<PgTable, Wording>();

const quoted = (name: string): string => `"${name}"`;

const wordingOf = (table: PgTable): Wording => {
  const wording = known.get(table);
  if (wording) return wording;
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(column.name),
  }));
  const added = {
    columns,
    names: sql.raw(columns.map(({ name }) => quoted(name)).join(', ')),
    overwriting: Object.fromEntries(
      columns.map(({ key, name }) => [key, sql.raw(`excluded.${quoted(name)}`)]),
    ),
  };
  known.set(table, added);
  return added;
};

export type TableRow = Readonly<Record<string, unknown>>;

const withDatabaseNames = (row: TableRow, columns: Columns): TableRow => {
  const named: Record<string, unknown> = {};
  for (const { key, name } of columns) named[name] = row[key];
  return named;
};

/**
 * The rows as a SELECT for `insert(table).select(…)`. They are one JSON parameter, because a statement takes at most
 * 65,535 parameters and building thousands costs more than storing the rows.
 */
export const selectRows = (table: PgTable, rows: readonly TableRow[]): SQL => {
  const { columns, names } = wordingOf(table);
  const json = JSON.stringify(rows.map((row) => withDatabaseNames(row, columns)));
  return sql`select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`;
};

/** The `set` of an upsert that overwrites every column. */
export const overwriteAll = (table: PgTable): Record<string, SQL> => wordingOf(table).overwriting;

/** The texts as one array parameter, for `= any(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** The values of a row as text, to compare it with another of the same table. */
export const valuesOf = (table: PgTable, row: TableRow): string =>
  JSON.stringify(wordingOf(table).columns.map(({ key }) => row[key]));
