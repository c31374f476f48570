import { eq } from 'drizzle-orm';
import { announce } from '../../database/changes.ts';
import type { Database } from '../../database/database.ts';
import { sessions } from '../../database/schema/index.ts';

/** Signs a person out everywhere. Every server closes their streams once it hears that `users` changed. */
export const endSessions = async (database: Database, userId: string): Promise<void> => {
  await database.delete(sessions).where(eq(sessions.userId, userId));
  await announce(database, { resources: ['users'] });
};
