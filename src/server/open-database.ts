import { join } from 'node:path';
import { openEmbedded, openPostgres } from '../database/connect.ts';
import type { Connection } from '../database/database.ts';
import { isUnavailable } from '../database/errors.ts';
import type { Config } from './config.ts';
import { lockDirectory } from './lock.ts';
import { StartError } from './run-command.ts';

const deepest = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError) return deepest(error.errors[0]);
  return error.cause ? deepest(error.cause) : error.message;
};

const openDirectory = async (directory: string): Promise<Connection> => {
  const release = lockDirectory(directory);
  try {
    const connection = await openEmbedded(join(directory, 'database'));
    return { ...connection, close: () => connection.close().finally(release) };
  } catch (error) {
    release();
    throw new StartError(
      `DATA_DIR, ${directory}, holds no database that this version can open (${deepest(error)}). ` +
        'Set DATA_DIR to another directory, or restore a backup.',
    );
  }
};

const openUrl = async (url: string, onIdleError: (error: Error) => void): Promise<Connection> => {
  try {
    return await openPostgres(url, onIdleError);
  } catch (error) {
    const { host, pathname } = new URL(url);
    const where = `DATABASE_URL: the database ${pathname.slice(1)} at ${host}`;
    throw new StartError(
      isUnavailable(error)
        ? `${where} can’t be reached (${deepest(error)}). Start PostgreSQL there, or correct the address.`
        : `${where} can’t be used (${deepest(error)}). Correct the address, or the rights of its user.`,
    );
  }
};

/**
 * Opens PostgreSQL where one is configured, else the embedded database.
 * @throws StartError when it can't be used
 */
export const openDatabase = (
  { DATABASE_URL, DATA_DIR }: Config,
  onIdleError: (error: Error) => void,
): Promise<Connection> =>
  DATABASE_URL ? openUrl(DATABASE_URL, onIdleError) : openDirectory(DATA_DIR);
