import { and, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { accounts, users } from '../../database/schema/index.ts';

const isCredential = eq(accounts.providerId, 'credential');

/**
 * The hash of the password of an account, or null. Where one is just being replaced, waits for the new one.
 * @param email the account’s address
 */
export const storedPassword = async (database: Database, email: string): Promise<string | null> => {
  const [found] = await database
    .select({ hash: accounts.password })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(users.email, email.toLowerCase()), isCredential))
    .for('share', { of: accounts });
  return found?.hash ?? null;
};

/** Replaces the hash of someone’s password. False if it is no longer the given one: somebody else was quicker. */
export const exchangePassword = async (
  database: Database,
  userId: string,
  [hash, next]: readonly [hash: string, next: string],
): Promise<boolean> => {
  const exchanged = await database
    .update(accounts)
    .set({ password: next })
    .where(and(eq(accounts.userId, userId), isCredential, eq(accounts.password, hash)))
    .returning({ id: accounts.id });
  return exchanged.length > 0;
};
