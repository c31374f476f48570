import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import * as schema from './schema/index.ts';
import { seedSettings } from './settings.ts';

const migrationsFolder = new URL('./migrations', import.meta.url).pathname;
const options = { schema, casing: 'snake_case' } as const;

/** What runs the statements underneath; some libraries bring their own tables and need it directly. */
export type Engine = { kind: 'embedded'; client: PGlite } | { kind: 'postgres'; url: string };

export type Connection = { database: Database; engine: Engine; close: () => Promise<void> };

/**
 * Opens the embedded database in a directory, or in memory without one, and brings its tables up to date.
 * @throws when the directory holds no usable database
 */
export const openEmbedded = async (directory?: string): Promise<Connection> => {
  const client = await PGlite.create(directory);
  const database = drizzlePglite(client, options);
  await migratePglite(database, { migrationsFolder });
  await seedSettings(database);
  return { database, engine: { kind: 'embedded', client }, close: () => client.close() };
};

/**
 * Connects to PostgreSQL and brings its tables up to date.
 * @throws when it cannot be reached
 */
export const openPostgres = async (
  url: string,
  onIdleError: (error: Error) => void,
): Promise<Connection> => {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5000 });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', onIdleError);
  const database = drizzlePostgres(pool, options);
  await migratePostgres(database, { migrationsFolder });
  await seedSettings(database);
  return { database, engine: { kind: 'postgres', url }, close: () => pool.end() };
};
