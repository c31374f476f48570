import { eq } from 'drizzle-orm';
import type { Database } from '../../src/database/database.ts';
import { ingest } from '../../src/database/ingest.ts';
import { users } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { sampleCustomers } from './sample-customers.ts';

type Play = {
  count: number;
  now: Instant;
  /** Called after each customer with how many there are by then. */
  onPlayed?: (played: number) => void;
};

const idOf = async (database: Database, email: string): Promise<string | null> => {
  const [user] = await database.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? null;
};

/** Makes sample customers by playing their stories through the real ingest; two people look after them. */
export const playSampleCustomers = async (
  database: Database,
  { count, now, onPlayed = () => {} }: Play,
): Promise<void> => {
  const manager = await idOf(database, 'manager@unstuck.test');
  const colleague = await idOf(database, 'admin@unstuck.test');
  let played = 0;
  for (const { id, events } of sampleCustomers({ count, now, manager, colleague })) {
    await ingest(database, id, events, now);
    played += 1;
    onPlayed(played);
  }
};
