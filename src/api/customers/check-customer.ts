import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { customers } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';

/** @throws Problem 422 when there is no customer with the ID */
export const checkCustomer = async (database: Database, id: string): Promise<void> => {
  const found = await database
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, id));
  if (found.length > 0) return;
  const sentence = `No customer with the ID ${id}.`;
  throw new Problem(422, sentence, { errors: { customerId: sentence } });
};
