import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { installation } from './schema/index.ts';

/** What the installation remembers. */
export type Remembered = 'auth_secret' | 'kind';

/** Null when nothing is remembered yet. */
export const recall = async (database: Database, key: Remembered): Promise<string | null> => {
  const [row] = await database.select().from(installation).where(eq(installation.key, key));
  return row?.value ?? null;
};

/** Remembers a value unless there is one already, and returns the one that counts on all servers of one database. */
export const remember = async (
  database: Database,
  key: Remembered,
  value: string,
): Promise<string> => {
  await database.insert(installation).values({ key, value }).onConflictDoNothing();
  return (await recall(database, key)) ?? value;
};

/**
 * Returns the secret that signs session cookies when AUTH_SECRET isn’t set. It is created once and stored in the
 * database, so that sessions survive restarts and are valid on all servers of one database.
 */
export const authSecret = (database: Database): Promise<string> =>
  remember(database, 'auth_secret', crypto.randomUUID() + crypto.randomUUID());
