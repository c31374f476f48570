import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';

type Columns = ReturnType<typeof columnNames>;

/** The columns of a table, with their names in the schema and in the database. */
const columnNames = (table: PgTable) =>
  Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(column.name),
  }));

const withDatabaseNames = (row: object, columns: Columns) => {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(columns.map(({ key, name }) => [name, values.get(key)]));
};

/**
 * The rows as a SELECT for `insert(table).select(…)`. They are one JSON parameter, because a statement takes at most
 * 65,535 parameters and building thousands costs more than storing the rows.
 */
export const selectRows = (table: PgTable, rows: readonly object[]): SQL => {
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
export const valuesOf = (table: PgTable, row: object): string =>
  JSON.stringify(withDatabaseNames(row, columnNames(table)));
