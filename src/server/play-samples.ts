import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { customers, notes, users } from '../database/schema/index.ts';
import { toInstant } from '../journey/instant.ts';

const LINKS = {
  company: (id: string) => `https://link.codat.io/company/${id}`,
  connection: (id: string) => `https://link.codat.io/connection/${id}`,
};

const idOf = async (database: Database, email: string): Promise<string | null> => {
  const [user] = await database.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? null;
};

const knownCustomers = async (database: Database): Promise<Set<string>> =>
  new Set((await database.select({ id: customers.id }).from(customers)).map(({ id }) => id));

/** Fills the sandbox up to the wanted number of sample customers. */
export const playSamples = async (
  database: Database,
  wanted: number,
  say: (line: string) => void,
): Promise<void> => {
  const known = await knownCustomers(database);
  if (known.size >= wanted) return;
  // Imported here alone: an installation with a Codat key never loads it.
  const { sampleCustomers } = await import('../../mocks/sample/sample-customers.ts');
  const { ingest } = await import('../database/ingest.ts');
  const manager = await idOf(database, 'manager@unstuck.test');
  const colleague = await idOf(database, 'admin@unstuck.test');
  const agent = await idOf(database, 'agent@unstuck.test');
  const now = toInstant(Date.now());
  say(`Making ${wanted} sample customers …`);
  const samples = sampleCustomers({ count: wanted, now, links: LINKS, manager, colleague, agent });
  for await (const sample of samples) {
    if (known.has(sample.id)) continue;
    await ingest(database, sample.id, sample.events, now);
    if (sample.notes.length > 0)
      await database.insert(notes).values(sample.notes).onConflictDoNothing();
  }
};
