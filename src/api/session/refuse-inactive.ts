import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';

/** What people read who have left, once they have proved their password. */
export const INACTIVE = 'Your account is deactivated. Ask an admin.';

/** A hook of better-auth that keeps people who have left from getting a session, whatever way they sign in. */
export const refuseInactive =
  (database: Database) =>
  async ({ userId }: { userId: string }): Promise<void> => {
    const [user] = await database
      .select({ active: users.active })
      .from(users)
      .where(eq(users.id, userId));
    if (!user?.active)
      throw new APIError('FORBIDDEN', {
        code: 'INACTIVE',
        message: INACTIVE,
      });
  };
