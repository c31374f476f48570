import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Connection } from './database.ts';
import { openPglite } from './embedded.ts';
import { listenPostgres } from './listen-postgres.ts';
import { migrate, options } from './migrate.ts';

const readMigrations = () =>
  readMigrationFiles({ migrationsFolder: new URL('./migrations', import.meta.url).pathname });

/**
 * Opens the embedded database in a directory, or in memory without one, and runs pending migrations.
 * @throws when the directory contains no usable database
 */
export const openEmbedded = (directory?: string): Promise<Connection> =>
  openPglite(readMigrations(), directory);

/**
 * Connects to PostgreSQL and runs pending migrations.
 * @throws when it can't be reached
 */
export const openPostgres = async (
  url: string,
  onIdleError: (error: Error) => void,
): Promise<Connection> => {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5000 });
  // Without a listener, a broken idle connection would end the process.
  pool.on('error', onIdleError);
  const database = drizzle(pool, options);
  await migrate(database, readMigrations());
  return {
    database,
    engine: { kind: 'postgres', url },
    listen: listenPostgres(url, onIdleError),
    close: () => pool.end(),
  };
};
