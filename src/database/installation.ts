import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { installation } from './schema/index.ts';

/**
 * Returns the secret that signs session cookies when AUTH_SECRET isn’t set. It is created once and stored in the
 * database, so that sessions survive restarts and are valid on all servers of one database.
 */
export const authSecret = async (database: Database): Promise<string> => {
  const random = crypto.randomUUID() + crypto.randomUUID();
  await database
    .insert(installation)
    .values({ key: 'auth_secret', value: random })
    .onConflictDoNothing();
  const [row] = await database
    .select()
    .from(installation)
    .where(eq(installation.key, 'auth_secret'));
  return row?.value ?? random;
};
