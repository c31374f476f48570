import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './run-command.ts';

/** Locks in force. Kept here because a lock that nothing refers to is collected, and thereby released. */
const held = new Set<DatabaseSync>();

/**
 * Claims the data directory for this process. The lock is the operating system's on an open file, so it ends with the
 * process however that ends; a file that merely exists would outlive a crash.
 * @throws StartError when another process holds it, or the directory can't be written
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
    const busy = error instanceof Error && /locked/i.test(error.message);
    throw new StartError(
      busy
        ? `Another process uses the data in ${directory}. Stop it, or set DATA_DIR to another directory.`
        : `DATA_DIR, ${directory}, can’t be written (${(error as Error).message}). Choose a directory that can.`,
    );
  }
};
