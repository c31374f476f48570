import type { MigrationMeta } from 'drizzle-orm/migrator';
import { PgDialect, type PgSession } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import * as schema from './schema/index.ts';
import { seedSettings } from './settings.ts';

/** Drizzle’s options, the same for every driver. */
export const options = { schema, casing: 'snake_case' } as const;

/**
 * Runs pending migrations and inserts default settings. Callers pass the migrations because each host loads them its
 * own way: Drizzle’s own migrators can only read a directory.
 */
export const migrate = async (database: Database, migrations: MigrationMeta[]): Promise<void> => {
  // Cast because the session’s type names our tables, which plain SQL migrations don’t need.
  const session = database._.session as unknown as PgSession;
  await new PgDialect().migrate(migrations, session, { migrationsFolder: '' });
  await seedSettings(database);
};
