import { PGlite } from '@electric-sql/pglite';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection } from './database.ts';
import { migrate, options } from './migrate.ts';

/** The default, 128 MB, takes most of the time to start, to be cleared, and memory that a browser tab lacks. */
const SHARED_BUFFERS = ['-c', 'shared_buffers=32MB'];

/**
 * Opens PostgreSQL within this process or browser tab, in a directory, or in memory without one.
 * @throws when the directory contains no usable database
 */
export const openPglite = async (
  migrations: MigrationMeta[],
  directory?: string,
): Promise<Connection> => {
  const startParams = [...PGlite.defaultStartParams, ...SHARED_BUFFERS];
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
