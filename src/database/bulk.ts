import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';

type Columns = { key: string; name: string }[];

const known = new WeakMap<PgTable, Columns>();

/** The columns of a table, with their names in the schema and in the database. */
const columnNames = (table: PgTable): Columns => {
  const columns =
    known.get(table) ??
    Object.entries(getTableColumns(table)).map(([key, column]) => ({
      key,
      name: toSnakeCase(column.name),
    }));
  known.set(table, columns);
  return columns;
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
  const columns = columnNames(table);
  const json = JSON.stringify(rows.map((row) => withDatabaseNames(row, columns)));
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  return sql`select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`;
};

/** The `set` of an upsert that overwrites every column. */
export const overwriteAll = (table: PgTable) =>
  Object.fromEntries(
    columnNames(table).map(({ key, name }) => [key, sql`excluded.${sql.identifier(name)}`]),
  );

/** The texts as one array parameter, for `= any(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** The values of a row as text, to compare it with another of the same table. */
export const valuesOf = (table: PgTable, row: TableRow): string =>
  JSON.stringify(columnNames(table).map(({ key }) => row[key]));
