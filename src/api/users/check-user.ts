import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';

/** @throws Problem 422 that names the field when the user doesn’t exist or has left */
export const checkPerson = async (
  database: Database,
  field: string,
  id: string | null | undefined,
): Promise<void> => {
  if (id === null || id === undefined) return;
  const [found] = await database
    .select({ name: users.name, active: users.active })
    .from(users)
    .where(eq(users.id, id));
  if (found?.active) return;
  const sentence = found ? `${found.name} has left.` : `No user with the ID ${id}.`;
  throw new Problem(422, sentence, { errors: { [field]: sentence } });
};
