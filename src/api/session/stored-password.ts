import { and, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { accounts, users } from '../../database/schema/index.ts';

/**
 * The hash of the password of an account, or null. Where one is just being replaced, waits for the new one.
 * @param email the account’s address
 */
export const storedPassword = async (database: Database, email: string): Promise<string | null> => {
  const [found] = await database
    .select({ hash: accounts.password })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(users.email, email.toLowerCase()), eq(accounts.providerId, 'credential')))
    .for('share', { of: accounts });
  return found?.hash ?? null;
};
