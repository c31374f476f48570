import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection, Database } from './database.ts';
import { migrate, options } from './migrate.ts';

export type EmbeddedOptions = {
  /** In memory without one. */
  directory?: string;
  /** In MB, for pages that are in use. Clearing the usual 128 takes most of the time to open a database. */
  buffers?: number;
};

/** Of a database in memory, whose pages are there already. */
const SMALL = 16;

/**
 * Opens PostgreSQL within this process or browser tab.
 * @throws when the directory contains no usable database
 */
export const openPglite = async (
  migrations: MigrationMeta[],
  { directory, buffers = directory ? 128 : SMALL }: EmbeddedOptions = {},
): Promise<Connection> => {
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${buffers}MB`];
  const client = await PGlite.create({ ...(directory && { dataDir: directory }), startParams });
  const database = drizzle(client, options);
  await migrate(database, migrations);
  return {
    database,
    inbound: database,
    jobs: database,
    exports: database,
    health: database,
    engine: { kind: 'embedded', client },
    // In-process notifications are never lost.
    listen: (channel, onPayload) => client.listen(channel, onPayload),
    close: () => client.close(),
  };
};

/**
 * The tables that have changed so much that autovacuum would look after them, by its usual thresholds, and those that
 * nobody has looked after yet. https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM
 */
const findDue = (database: Database) =>
  database
    .select({ name: sql<string>`format('%I.%I', schemaname, stats.relname)`.as('name') })
    .from(sql`pg_stat_user_tables as stats join pg_class on pg_class.oid = relid`)
    .where(
      sql`n_dead_tup > 50 + 0.2 * reltuples or n_mod_since_analyze > 50 + 0.1 * reltuples or reltuples < 0
        or (reltuples > 0 and not exists (select from pg_statistic where starelid = relid))`,
    )
    .orderBy(sql`name`);

/**
 * Does for an embedded database what PostgreSQL’s autovacuum does by the side: frees the room of old rows, and finds out
 * what tables hold, without which queries are planned blindly. Returns the tables’ names.
 */
export const vacuumEmbedded = async (database: Database): Promise<string[]> => {
  const names = (await findDue(database)).map(({ name }) => name);
  // One at a time, because nobody else is answered meanwhile.
  for (const name of names) await database.execute(sql.raw(`vacuum (analyze) ${name}`));
  return names;
};
