import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import type { Connection } from './database.ts';
import { type EmbeddedOptions, openPglite } from './embedded.ts';
import { migrate, options } from './migrate.ts';
import { type Backend, probeBackend } from './postgres/backend.ts';
import { listenPostgres } from './postgres/listen.ts';
import { isHeard, pollPostgres } from './postgres/poll.ts';
import { type KindOfWork, openPool } from './postgres/pools.ts';
import { indexSearchTexts } from './search/search-texts.ts';

const readMigrations = () => readMigrationFiles({ migrationsFolder: 'src/database/migrations' });

/**
 * Opens the embedded database and runs pending migrations.
 * @throws when the directory contains no usable database
 */
export const openEmbedded = (options: EmbeddedOptions = {}): Promise<Connection> =>
  openPglite(readMigrations(), options);

/** Any number: the servers of one database only have to agree on it. */
const MIGRATION_LOCK = 8_091_001;

/** Migrates on a connection of its own, without time limits, one server at a time. Returns what it found there. */
const migratePostgres = async (
  url: string,
  migrations: MigrationMeta[],
  onError: (error: Error) => void,
): Promise<Backend> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', onError);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const database = drizzle(client, options);
    await migrate(database, migrations);
    await indexSearchTexts(database).catch(onError);
    return await probeBackend(client);
  } finally {
    await client.end();
  }
};

/**
 * Connects to PostgreSQL and runs pending migrations. Finds out by itself which of PostgreSQL’s family it is, unless
 * `backend` says so.
 * @throws when it can't be reached
 */
export const openPostgres = async (
  url: string,
  onError: (error: Error) => void,
  backend?: Backend,
): Promise<Connection> => {
  const found = await migratePostgres(url, readMigrations(), onError);
  const engine = { backend: backend ?? found };
  const open = (kind: KindOfWork) => openPool(url, { kind, ...engine, onError });
  const pools = {
    screens: open('screens'),
    inbound: open('inbound'),
    jobs: open('jobs'),
    exports: open('exports'),
    health: open('health'),
  };
  const health = drizzle(pools.health, options);
  const listen = listenPostgres(url, onError);
  return {
    database: drizzle(pools.screens, options),
    inbound: drizzle(pools.inbound, options),
    jobs: drizzle(pools.jobs, options),
    exports: drizzle(pools.exports, options),
    health,
    engine: { kind: 'postgres', pool: pools.jobs, ...engine },
    listen: (await isHeard(listen, health)) ? listen : pollPostgres(health, onError),
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
};
