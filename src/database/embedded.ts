import { PGlite } from '@electric-sql/pglite';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection } from './database.ts';
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
