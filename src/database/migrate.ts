import { sql } from 'drizzle-orm';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { PgDialect, type PgSession } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import * as schema from './schema/index.ts';
import { fillSearchTexts } from './search/search-texts.ts';
import { seedSettings } from './settings.ts';

/** Drizzle’s options, the same for every driver. */
export const options = { schema, casing: 'snake_case' } as const;

/** The database was migrated by a version that this one doesn’t know. */
export class NewerSchema extends Error {}

const newestIn = async (database: Database): Promise<number> => {
  const table = sql`drizzle.__drizzle_migrations`;
  // Only `execute` reaches a table that our schema doesn’t name. Both drivers return `rows`.
  const read = async (query: ReturnType<typeof sql>): Promise<unknown> => {
    const result: unknown = await database.execute(query);
    const rows = result && typeof result === 'object' && 'rows' in result ? result.rows : [];
    return Array.isArray(rows) ? rows[0]?.value : undefined;
  };
  const exists = await read(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null value`,
  );
  return exists ? Number(await read(sql`select max(created_at) value from ${table}`)) : 0;
};

/** @throws NewerSchema when the database has migrations that are newer than ours */
const refuseNewer = async (database: Database, migrations: MigrationMeta[]): Promise<void> => {
  const newest = Math.max(...migrations.map(({ folderMillis }) => folderMillis));
  if ((await newestIn(database)) > newest)
    throw new NewerSchema(
      'A newer version of Unstuck has used this database. Start that version, or restore a backup from before.',
    );
};

/**
 * Runs pending migrations, inserts default settings and fills in search texts. Callers pass the migrations because each host loads them its
 * own way: Drizzle’s own migrators can only read a directory.
 * @throws NewerSchema when a newer version has migrated the database
 */
export const migrate = async (database: Database, migrations: MigrationMeta[]): Promise<void> => {
  await refuseNewer(database, migrations);
  // Cast because the session’s type names our tables, which plain SQL migrations don’t need.
  const session = database._.session as unknown as PgSession;
  await new PgDialect().migrate(migrations, session, { migrationsFolder: '' });
  await seedSettings(database);
  await fillSearchTexts(database);
};
