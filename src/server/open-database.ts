import { join } from 'node:path';
import { openEmbedded, openPostgres } from '../database/connect.ts';
import type { Connection } from '../database/database.ts';
import { causeOf, isUnavailable } from '../database/errors.ts';
import { NewerSchema } from '../database/migrate.ts';
import type { Config } from './config.ts';
import { checkKind } from './installation/kind.ts';
import { lockDirectory } from './lock.ts';
import { StartError } from './run-command.ts';

const openDirectory = async (directory: string): Promise<Connection> => {
  const release = lockDirectory(directory);
  try {
    const connection = await openEmbedded({ directory: join(directory, 'database') });
    return { ...connection, close: () => connection.close().finally(release) };
  } catch (error) {
    release();
    if (error instanceof NewerSchema) throw new StartError(`${error.message} (${directory})`);
    throw new StartError(
      `${directory} contains no database that this version can open (${causeOf(error)}). ` +
        'Change DATA_DIR or restore a backup.',
    );
  }
};

const openUrl = async (
  url: string,
  { DATABASE_BACKEND }: Config,
  onIdleError: (error: Error) => void,
): Promise<Connection> => {
  try {
    return await openPostgres(url, onIdleError, DATABASE_BACKEND);
  } catch (error) {
    const { host, pathname } = new URL(url);
    if (error instanceof NewerSchema) throw new StartError(error.message);
    const target = `the database ${pathname.slice(1)} at ${host}`;
    throw new StartError(
      isUnavailable(error)
        ? `Can’t reach ${target} (${causeOf(error)}). Start PostgreSQL or correct DATABASE_URL.`
        : `Can’t use ${target} (${causeOf(error)}). Correct DATABASE_URL or its user’s permissions.`,
    );
  }
};

/**
 * Opens PostgreSQL if DATABASE_URL is set, otherwise the embedded database.
 * @throws StartError when it can't be opened, or as a sandbox although it is real, or the other way round
 */
export const openDatabase = async (
  config: Config,
  onIdleError: (error: Error) => void,
): Promise<Connection> => {
  const { DATABASE_URL, DATA_DIR } = config;
  const connection = await (DATABASE_URL
    ? openUrl(DATABASE_URL, config, onIdleError)
    : openDirectory(DATA_DIR));
  try {
    await checkKind(connection.database, config);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
};
