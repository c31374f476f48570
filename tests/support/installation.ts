import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import type { SandboxCompany } from '../../mocks/codat/world/companies.ts';
import { seedSampleCustomers } from '../../mocks/sample/seed-samples.ts';
import { hostSandbox, type SandboxSecrets } from '../../mocks/sandbox-host.ts';
import { addPerson, createAuth } from '../../src/api/session/auth.ts';
import { openPostgres } from '../../src/database/connect.ts';
import { seedTemplates } from '../../src/email/seed.ts';
import { toInstant } from '../../src/journey/instant.ts';
import { firstSync, freePort, startServer } from './server.ts';
import { sessionAt } from './sign-in.ts';
import { WEBHOOK_SECRET } from './webhooks.ts';

/** The colleague who works in it. */
export const COLLEAGUE = {
  name: 'Mira Rao',
  email: 'mira.rao@acme.example',
  password: 'correct horse battery',
  role: 'agent',
} as const;

const SECRETS: SandboxSecrets = {
  apiKey: 'codat-api-key',
  webhookSecret: WEBHOOK_SECRET,
  linkEventsKey: 'link-events-key-of-acme',
};

const now = () => toInstant(Date.now());

type Options = {
  databaseUrl: string;
  sampleCustomers: number;
  /** What it shares with its Codat. */
  secrets?: SandboxSecrets;
  /** Further environment variables. */
  environment: Record<string, string>;
};

/**
 * Starts a real installation on PostgreSQL: with a Codat API key, a colleague and a mail server, and without anything of
 * the sandbox. Its Codat is our own, in the test’s process, which has the same sample customers.
 */
export const openInstallation = async ({
  databaseUrl,
  sampleCustomers,
  secrets = SECRETS,
  environment,
}: Options) => {
  const [port, codatPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const codatUrl = `http://localhost:${codatPort}/sandbox`;
  const { database, close } = await openPostgres(databaseUrl, () => {});
  const auth = createAuth({ database, secret: 'x'.repeat(32), publicUrl: url });
  await seedTemplates(database);
  await addPerson(auth, database, COLLEAGUE);
  const companies = new Map<string, SandboxCompany>();
  await seedSampleCustomers({
    database,
    count: sampleCustomers,
    now: now(),
    sandboxUrl: codatUrl,
    keep: (id, company) => companies.set(id, company),
  });
  const codat = hostSandbox({
    database,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now,
    publicUrl: codatUrl,
    kept: [...companies.values()],
    keep: () => {},
    unstuckUrl: url,
    returnTo: url,
    fetch,
    secrets,
  });
  const listening = serve({ port: codatPort, fetch: codat.fetch });
  const server = await startServer({
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    CODAT_API_KEY: secrets.apiKey,
    CODAT_API_URL: codatUrl,
    CODAT_WEBHOOK_SECRET: secrets.webhookSecret,
    LINK_EVENTS_KEY: secrets.linkEventsKey,
    ...environment,
  });
  const { email, password } = COLLEAGUE;
  const session = await sessionAt(url, { email, password });
  await firstSync(session);
  return {
    url,
    database,
    /** What the server has written so far. */
    output: server.output,
    /** The colleague’s session. */
    session,
    close: async () => {
      await server.stop();
      codat.stop();
      listening.close();
      await close();
    },
  };
};

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** Signs in as the colleague, and waits for the queue. */
export const signInAsColleague = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByLabel('Email').fill(COLLEAGUE.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(COLLEAGUE.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
};
