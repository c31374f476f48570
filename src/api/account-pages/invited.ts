import { and, eq, gt } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { digestOf } from '../../database/digest.ts';
import {
  accounts,
  type Invitation,
  invitations,
  users,
  type WorkspaceSettings,
} from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { tokenIn } from '../../database/tokens.ts';
import type { Instant } from '../../journey/instant.ts';

/** A valid invitation, with what its page says. */
export type Invited = {
  invitation: Pick<Invitation, 'id' | 'name' | 'email' | 'role'>;
  /** The administrator’s name. Null once they have left. */
  invitedBy: string | null;
  workspace: WorkspaceSettings;
};

const withToken = (text: string, now: Instant) =>
  and(eq(invitations.tokenHash, digestOf(tokenIn(text) ?? '')), gt(invitations.expiresAt, now));

/** The invitation of a link. Null for an unknown, used, revoked or expired one. */
export const findInvited = async (
  database: Database,
  text: string,
  now: Instant,
): Promise<Invited | null> => {
  const [found] = await database
    .select({ invitation: invitations, invitedBy: users.name })
    .from(invitations)
    .leftJoin(users, and(eq(users.id, invitations.createdById), eq(users.active, true)))
    .where(withToken(text, now));
  return found ? { ...found, workspace: await loadWorkspace(database) } : null;
};

/**
 * Uses up an invitation and adds the person, in the given transaction. Returns their id; null if someone else was
 * quicker, or if the address has got an account since.
 */
export const acceptInvitation = async (
  transaction: Database,
  text: string,
  passwordHash: string,
  now: Instant,
): Promise<string | null> => {
  const [invitation] = await transaction
    .delete(invitations)
    .where(withToken(text, now))
    .returning();
  if (!invitation) return null;
  const { name, email, role } = invitation;
  const [added] = await transaction
    .insert(users)
    // Who has the link has read the mailbox, or got it from an administrator.
    .values({ id: crypto.randomUUID(), name, email, role, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!added) return null;
  await transaction.insert(accounts).values({
    id: crypto.randomUUID(),
    accountId: added.id,
    providerId: 'credential',
    userId: added.id,
    password: passwordHash,
  });
  return added.id;
};
