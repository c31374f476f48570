import type { Database } from '../database.ts';
import { announceAll, type Change, mergeAll } from './changes.ts';

/** Far less than anyone notices, and many transactions of a burst. */
const PAUSE_MS = 100;

/**
 * Returns a function that announces changes that are already committed, merged, in a statement of its own. PostgreSQL
 * lets only one transaction at a time commit that has an announcement, so a burst of webhooks had better not.
 *
 * A server that is killed in between tells the others that anything may have changed when it starts again.
 */
export const createAnnouncer = (database: Database): ((changes: readonly Change[]) => void) => {
  let pending: Change[] = [];
  let isDue = false;

  const announcePending = async (): Promise<void> => {
    const announced = pending;
    pending = [];
    isDue = false;
    try {
      await announceAll(database, announced);
    } catch {
      // They go with the next. After an outage, every server takes it that anything has changed.
      pending = mergeAll([...announced, ...pending]);
    }
  };

  return (changes) => {
    pending = mergeAll([...pending, ...changes]);
    if (isDue || pending.length === 0) return;
    isDue = true;
    setTimeout(announcePending, PAUSE_MS);
  };
};
