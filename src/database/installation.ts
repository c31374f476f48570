import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { installation } from './schema/index.ts';

/**
 * The secret that signs session cookies where none is configured: made once and kept with the data, so that people
 * stay signed in over a restart and several servers on one database agree.
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
