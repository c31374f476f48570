import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';

type Columns = ReturnType<typeof columnNames>;

/** The columns of a table: the name in the schema, and the name in the database. */
const columnNames = (table: PgTable) =>
  Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: toSnakeCase(column.name),
  }));

const inDatabaseNames = (row: object, columns: Columns) => {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(columns.map(({ key, name }) => [name, values.get(key)]));
};

/**
 * The rows as a SELECT for `insert(table).select(…)`: they travel as one JSON parameter however many they are, since a
 * statement takes 65,535 parameters at most and building thousands costs more than storing the rows.
 */
export const selectRows = (table: PgTable, rows: readonly object[]): SQL => {
  const columns = columnNames(table);
  const json = JSON.stringify(rows.map((row) => inDatabaseNames(row, columns)));
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  return sql`select ${names} from jsonb_populate_recordset(null::${table}, ${json}::jsonb)`;
};

/** `set` of an upsert that overwrites every column with the row proposed. */
export const overwriteAll = (table: PgTable) =>
  Object.fromEntries(
    columnNames(table).map(({ key, name }) => [key, sql`excluded.${sql.identifier(name)}`]),
  );

/** The texts as one array parameter, for `= any(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
