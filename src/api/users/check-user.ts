import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';

/** @throws Problem 422 that names the field when the user doesn’t exist */
export const checkPerson = async (
  database: Database,
  field: string,
  id: string | null | undefined,
): Promise<void> => {
  if (id === null || id === undefined) return;
  const found = await database.select({ id: users.id }).from(users).where(eq(users.id, id));
  if (found.length > 0) return;
  const sentence = `No user with the ID ${id}.`;
  throw new Problem(422, sentence, { errors: { [field]: sentence } });
};
