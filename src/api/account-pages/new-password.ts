import { and, eq, gt } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { digestOf } from '../../database/digest.ts';
import { accounts, passwordResets, type User, users } from '../../database/schema/index.ts';
import { tokenIn } from '../../database/tokens.ts';
import type { Instant } from '../../journey/instant.ts';
import { endSessions } from '../session/end-sessions.ts';

/** Whose password a link changes. Null for an unknown, used or expired one, and for people who have left. */
export const findForgetful = async (
  database: Database,
  text: string,
  now: Instant,
): Promise<User | null> => {
  const [found] = await database
    .select({ user: users })
    .from(passwordResets)
    .innerJoin(users, and(eq(users.id, passwordResets.userId), eq(users.active, true)))
    .where(
      and(
        eq(passwordResets.tokenHash, digestOf(tokenIn(text) ?? '')),
        gt(passwordResets.expiresAt, now),
      ),
    );
  return found?.user ?? null;
};

/**
 * Uses up a person’s links, saves their password and signs them out everywhere, in the given transaction. Returns
 * whether this link was still there: of two requests with it, only the first changes the password.
 */
export const replacePassword = async (
  transaction: Database,
  text: string,
  { id: userId }: Pick<User, 'id'>,
  passwordHash: string,
): Promise<boolean> => {
  const used = await transaction
    .delete(passwordResets)
    .where(eq(passwordResets.tokenHash, digestOf(tokenIn(text) ?? '')))
    .returning();
  if (used.length === 0) return false;
  const credential = and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'));
  const changed = await transaction
    .update(accounts)
    .set({ password: passwordHash })
    .where(credential)
    .returning({ id: accounts.id });
  // They may have signed in by other means until now.
  if (changed.length === 0)
    await transaction.insert(accounts).values({
      ...{ id: crypto.randomUUID(), accountId: userId, providerId: 'credential', userId },
      password: passwordHash,
    });
  await endSessions(transaction, userId);
  return true;
};
