import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';

/** @throws Problem 422 naming the field when it holds the id of nobody */
export const checkPerson = async (
  database: Database,
  field: string,
  id: string | null | undefined,
): Promise<void> => {
  if (id === null || id === undefined) return;
  const found = await database.select({ id: users.id }).from(users).where(eq(users.id, id));
  if (found.length > 0) return;
  const sentence = `There is no person with the id ${id}.`;
  throw new Problem(422, sentence, { errors: { [field]: sentence } });
};
