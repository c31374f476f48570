import { eq } from 'drizzle-orm';
import type { SandboxStore } from '../../mocks/codat/store.ts';
import type { SampleCustomer } from '../../mocks/sample/sample-customers.ts';
import type { Database } from '../database/database.ts';
import { ingest } from '../database/ingest.ts';
import { customers, notes, users } from '../database/schema/index.ts';
import { type Instant, toInstant } from '../journey/instant.ts';

/** Customers that are taken in together. */
const BATCH = 250;

const idOf = async (database: Database, email: string): Promise<string | null> => {
  const [user] = await database.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? null;
};

const knownCustomers = async (database: Database): Promise<Set<string>> =>
  new Set((await database.select({ id: customers.id }).from(customers)).map(({ id }) => id));

const takeIn = async (database: Database, samples: readonly SampleCustomer[], now: Instant) => {
  await ingest(
    database,
    samples.flatMap(({ events }) => events),
    now,
  );
  const written = samples.flatMap((sample) => sample.notes);
  if (written.length > 0) await database.insert(notes).values(written).onConflictDoNothing();
};

type Places = { database: Database; store: SandboxStore; sandboxUrl: string };

/** Fills the sandbox up to the wanted number of sample customers, here and at the sandbox's Codat. */
export const playSamples = async (
  { database, store, sandboxUrl }: Places,
  wanted: number,
  say: (line: string) => void,
): Promise<void> => {
  const known = await knownCustomers(database);
  if (known.size >= wanted) return;
  const { sampleCustomers } = await import('../../mocks/sample/sample-customers.ts');
  const manager = await idOf(database, 'manager@unstuck.test');
  const colleague = await idOf(database, 'admin@unstuck.test');
  const agent = await idOf(database, 'agent@unstuck.test');
  const links = {
    company: (id: string) => `${sandboxUrl}/link/company/${id}`,
    connection: (id: string) => `${sandboxUrl}/link/connections/${id}/start`,
  };
  const now = toInstant(Date.now());
  const samples = sampleCustomers({ count: wanted, now, links, manager, colleague, agent });
  let batch: SampleCustomer[] = [];
  let made = known.size;
  for await (const sample of samples) {
    if (known.has(sample.id)) continue;
    if (sample.company) store.keep(sample.id, sample.company);
    batch.push(sample);
    made += 1;
    if (batch.length < BATCH && made < wanted) continue;
    await takeIn(database, batch, now);
    batch = [];
    say(`Sample customers: ${made} of ${wanted}`);
  }
  await takeIn(database, batch, now);
};
