import { eq } from 'drizzle-orm';
import { selectRows } from '../../src/database/bulk.ts';
import type { Database } from '../../src/database/database.ts';
import { ingest } from '../../src/database/ingest.ts';
import {
  activity,
  customers,
  emails,
  links,
  notes,
  users,
} from '../../src/database/schema/index.ts';
import { loadStuckSettings } from '../../src/database/settings.ts';
import { type Context, loadContext } from '../../src/email/context.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { SandboxCompany } from '../codat/world/companies.ts';
import { loggedActions } from './logged-actions.ts';
import { logChanges } from './logged-changes.ts';
import { createPastDays } from './past-days.ts';
import { type SampleCustomer, sampleCustomers } from './sample-customers.ts';
import { setSandboxSender } from './sender.ts';
import { sentEmails } from './sent-emails.ts';

/** The number of customers stored together. */
const BATCH = 250;

const idOf = async (database: Database, email: string): Promise<string | null> => {
  const [user] = await database.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? null;
};

const knownCustomers = async (database: Database): Promise<Set<string>> =>
  new Set((await database.select({ id: customers.id }).from(customers)).map(({ id }) => id));

/** Loads what the customers' past emails are written from. */
const loadEmailPorts = async (database: Database, publicUrl: string) => {
  const people = await database.select().from(users);
  const contexts = new Map<string, Context>();
  for (const agent of people)
    contexts.set(agent.id, await loadContext(database, { agent, publicUrl }));
  return {
    settings: await loadStuckSettings(database),
    contextOf: (userId: string): Context => {
      const context = contexts.get(userId);
      if (!context) throw new Error(`No user with the ID ${userId}.`);
      return context;
    },
  };
};

type EmailPorts = Awaited<ReturnType<typeof loadEmailPorts>>;

const store = async (
  database: Database,
  samples: readonly SampleCustomer[],
  now: Instant,
  emailPorts: EmailPorts,
) => {
  await ingest(
    database,
    samples.flatMap(({ events }) => events),
    now,
  );
  const written = samples.flatMap((sample) => sample.notes);
  if (written.length > 0) await database.insert(notes).values(written).onConflictDoNothing();
  const outbox = samples.map((sample) => sentEmails(sample, emailPorts));
  const sent = outbox.flatMap(({ emails }) => emails);
  await database.insert(emails).select(selectRows(emails, sent)).onConflictDoNothing();
  const sentLinks = outbox.flatMap((one) => one.links);
  await database.insert(links).select(selectRows(links, sentLinks)).onConflictDoNothing();
  const activities = selectRows(activity, samples.flatMap(loggedActions));
  await database.insert(activity).select(activities).onConflictDoNothing();
};

export type SeedOptions = {
  database: Database;
  /** The total number of customers, including existing ones. */
  count: number;
  now: Instant;
  /** The sandbox Codat's URL, for the customers' Link URLs. */
  sandboxUrl: string;
  /** Receives each company for the sandbox Codat. */
  keep: (id: string, company: SandboxCompany) => void;
  /** Called after each batch with the number of customers so far. */
  onSeeded?: (seeded: number) => void;
};

/**
 * Creates sample customers by running their stories through the real ingest. The sandbox's users look after them and
 * sign with the sandbox's sender name.
 */
export const seedSampleCustomers = async (sampling: SeedOptions): Promise<void> => {
  const { database, count, now, sandboxUrl, keep, onSeeded = () => {} } = sampling;
  await setSandboxSender(database);
  const known = await knownCustomers(database);
  if (known.size >= count) return;
  const colleague = await idOf(database, 'admin@unstuck.test');
  await logChanges(database, colleague, now);
  const emailPorts = await loadEmailPorts(database, new URL(sandboxUrl).origin);
  const samples = sampleCustomers({
    count,
    now,
    links: {
      company: (id) => `${sandboxUrl}/link/company/${id}`,
      connection: (id) => `${sandboxUrl}/link/connections/${id}/start`,
    },
    manager: await idOf(database, 'manager@unstuck.test'),
    colleague,
    agent: await idOf(database, 'agent@unstuck.test'),
  });
  const past = createPastDays(emailPorts.settings, now);
  let batch: SampleCustomer[] = [];
  let seeded = known.size;
  for await (const sample of samples) {
    if (known.has(sample.id)) continue;
    if (sample.company) keep(sample.id, sample.company);
    batch.push(sample);
    past.add(sample.events);
    seeded += 1;
    if (batch.length < BATCH && seeded < count) continue;
    await store(database, batch, now, emailPorts);
    batch = [];
    onSeeded(seeded);
  }
  // Later, the days before were counted as they passed.
  if (known.size === 0) await past.store(database);
};
