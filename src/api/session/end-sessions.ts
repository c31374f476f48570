import { and, eq, ne } from 'drizzle-orm';
import { announce } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { passwordResets, sessions } from '../../database/schema/index.ts';

/** Tells all servers that sessions ended, so that they close their streams. People are no longer where they were with them. */
export const announceEnd = (database: Database): Promise<void> =>
  announce(database, { resources: ['sessions', 'presence'] });

/**
 * Ends a person’s sessions, but for one, and the links with which they, or somebody who asked for one in their name,
 * could choose a new password. Closes their streams; in a transaction, once it is committed.
 */
export const endSessions = async (
  database: Database,
  userId: string,
  except?: string,
): Promise<void> => {
  const others = except === undefined ? undefined : ne(sessions.id, except);
  await database.delete(sessions).where(and(eq(sessions.userId, userId), others));
  await database.delete(passwordResets).where(eq(passwordResets.userId, userId));
  await announceEnd(database);
};

/** Ends one session, and closes its streams. */
export const endSession = async (database: Database, id: string): Promise<void> => {
  await database.delete(sessions).where(eq(sessions.id, id));
  await announceEnd(database);
};
