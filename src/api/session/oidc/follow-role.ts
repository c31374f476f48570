import { eq } from 'drizzle-orm';
import type { Role } from '../../../common/permissions.ts';
import { logActivity } from '../../../database/activity.ts';
import type { Database } from '../../../database/database.ts';
import { users } from '../../../database/schema/index.ts';
import { transact } from '../../../database/transact.ts';
import { toInstant } from '../../../journey/instant.ts';
import { lockAdmins } from '../../users/lock-admins.ts';
import { endSessions } from '../end-sessions.ts';

/** Unstuck itself, which does what the provider says. */
export const bySystem = () => ({ kind: 'system', at: toInstant(Date.now()) }) as const;

/**
 * Gives a person the role of their groups. A change ends their sessions, which may have seen more than they may see now.
 * The administrator named in the environment keeps their role, and so does the last one: a mistake in a group locks
 * nobody out.
 */
export const followRole = (
  database: Database,
  userId: string,
  role: Role,
  adminEmail: string | null,
): Promise<void> =>
  transact(database, async (transaction) => {
    const admins = await lockAdmins(transaction);
    const [user] = await transaction
      .select({ email: users.email, role: users.role })
      .from(users)
      .where(eq(users.id, userId));
    if (!user || user.role === role || user.email === adminEmail) return;
    if (admins.has(userId) && admins.size === 1) return;
    await transaction.update(users).set({ role }).where(eq(users.id, userId));
    await logActivity(transaction, bySystem(), [
      {
        ...{ resource: 'users', action: 'edit', recordId: userId },
        ...{ details: { role }, before: { role: user.role } },
      },
    ]);
    await endSessions(transaction, userId);
  });
