import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/database.ts';

export type FoundText = { table: string; column: string; text: string };

type Column = { table: string; column: string };

/** Only `execute` reaches tables that our schema doesn’t name. Both drivers return `rows`. */
const rowsOf = async (database: Database, query: ReturnType<typeof sql>): Promise<object[]> => {
  const result: unknown = await database.execute(query);
  return result && typeof result === 'object' && 'rows' in result && Array.isArray(result.rows)
    ? result.rows
    : [];
};

/** Every value in the database that can hold text, also in the tables of libraries. */
export const everyText = async (database: Database): Promise<FoundText[]> => {
  const columns = await rowsOf(
    database,
    sql`select format('%I.%I', table_schema, table_name) as path, table_name as table, column_name as column
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'USER-DEFINED')`,
  );
  const all: FoundText[] = [];
  for (const { path, table, column } of columns as (Column & { path: string })[]) {
    const rows = await rowsOf(
      database,
      sql`select ${sql.identifier(column)}::text as text from ${sql.raw(path)} where ${sql.identifier(column)} is not null`,
    );
    for (const { text } of rows as { text: string }[]) all.push({ table, column, text });
  }
  return all;
};
