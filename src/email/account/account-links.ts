import { and, count, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { digestOf } from '../../database/digest.ts';
import { invitations, passwordResets } from '../../database/schema/index.ts';
import { newToken } from '../../database/tokens.ts';
import { addHours, type Instant } from '../../journey/instant.ts';

export const INVITATION_DAYS = 7;
export const PASSWORD_LINK_HOURS = 1;

/** In an hour, for one person: more would only fill someone else’s inbox. */
const MOST_PASSWORD_LINKS = 3;

/** Makes the link of an invitation, the only time it is known. An earlier one no longer works. */
export const makeInvitationLink = async (
  database: Database,
  publicUrl: string,
  invitationId: string,
): Promise<string> => {
  const token = newToken();
  await database
    .update(invitations)
    .set({ tokenHash: digestOf(token) })
    .where(eq(invitations.id, invitationId));
  return `${publicUrl}/invitation/${token}`;
};

/** Whether someone already has as many links for a new password as they may. Forgets those that have expired. */
export const hasEnoughPasswordLinks = async (
  database: Database,
  userId: string,
  now: Instant,
): Promise<boolean> => {
  await database.delete(passwordResets).where(lte(passwordResets.expiresAt, now));
  const [counted] = await database
    .select({ valid: count() })
    .from(passwordResets)
    .where(and(eq(passwordResets.userId, userId), gt(passwordResets.expiresAt, now)));
  return (counted?.valid ?? 0) >= MOST_PASSWORD_LINKS;
};

/** Makes a link to choose a new password, the only time it is known. */
export const makePasswordLink = async (
  database: Database,
  publicUrl: string,
  userId: string,
  now: Instant,
): Promise<string> => {
  const token = newToken();
  const expiresAt = addHours(now, PASSWORD_LINK_HOURS);
  await database.insert(passwordResets).values({ tokenHash: digestOf(token), userId, expiresAt });
  return `${publicUrl}/password/${token}`;
};
