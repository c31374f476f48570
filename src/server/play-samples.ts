import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { customers, users } from '../database/schema/index.ts';
import { toInstant } from '../journey/instant.ts';

/** Fills the sandbox up to the wanted number of sample customers. */
export const playSamples = async (
  database: Database,
  wanted: number,
  say: (line: string) => void,
): Promise<void> => {
  const present = await database.$count(customers);
  if (present >= wanted) return;
  // Imported here alone: an installation with a Codat key never loads it.
  const { sampleCustomers } = await import('../../mocks/sample/sample-customers.ts');
  const { ingest } = await import('../database/ingest.ts');
  const idOf = async (email: string) => {
    const [user] = await database
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email));
    return user?.id ?? null;
  };
  const manager = await idOf('manager@unstuck.test');
  const colleague = await idOf('admin@unstuck.test');
  const now = toInstant(Date.now());
  say(`Making ${wanted} sample customers …`);
  for (const { events } of sampleCustomers({ count: wanted, now, manager, colleague }))
    await ingest(database, events, now);
};
