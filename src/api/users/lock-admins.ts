import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';

/**
 * The ids of the active administrators, who stay administrators until the transaction ends: others who would change one
 * of them wait. To take one away, first check here that another is left.
 */
export const lockAdmins = async (transaction: Database): Promise<Set<string>> => {
  const admins = await transaction
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.active, true)))
    // The order keeps two who wait for each other from waiting without end. A weaker lock than usual lets people sign in.
    .orderBy(asc(users.id))
    .for('no key update');
  return new Set(admins.map(({ id }) => id));
};
