import type { MigrationMeta } from 'drizzle-orm/migrator';
import { PgDialect, type PgSession } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import * as schema from './schema/index.ts';
import { seedSettings } from './settings.ts';

/** How drizzle reads the schema, on every driver alike. */
export const options = { schema, casing: 'snake_case' } as const;

/**
 * Runs the migrations that the database has not had, and puts the defaults in place. They are handed in because each
 * host reads them its own way: drizzle's own migrators can only read a directory.
 */
export const migrate = async (database: Database, migrations: MigrationMeta[]): Promise<void> => {
  // Migrations are plain SQL: that the session knows our tables plays no part.
  const session = database._.session as unknown as PgSession;
  await new PgDialect().migrate(migrations, session, { migrationsFolder: '' });
  await seedSettings(database);
};
