import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './run-command.ts';

/** Locks in use, kept because garbage collection would close the database and release its lock. */
const held = new Set<DatabaseSync>();

/**
 * Locks the data directory for this process and returns a function that unlocks it. The operating system holds the
 * lock on an open file, so it ends with the process. A mere lock file would survive a crash.
 * @throws StartError when another process holds the lock or the directory isn't writable
 */
export const lockDirectory = (directory: string): (() => void) => {
  try {
    mkdirSync(directory, { recursive: true });
    const lock = new DatabaseSync(join(directory, 'lock'));
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    held.add(lock);
    return () => {
      held.delete(lock);
      lock.close();
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new StartError(
      /locked/i.test(cause)
        ? `${directory} is in use by another process. Stop it or change DATA_DIR.`
        : `${directory} isn’t writable (${cause}). Change its permissions or DATA_DIR.`,
    );
  }
};
