import type { Log } from '../src/api/log.ts';
import { createCodatClient } from '../src/codat/client.ts';
import type { Database } from '../src/database/database.ts';
import type { Instant } from '../src/journey/instant.ts';
import type { SandboxCompany } from './codat/world/companies.ts';
import { type Fetch, SANDBOX_PATH } from './hosted.ts';
import { seedSampleCustomers } from './sample/seed-samples.ts';
import { hostSandbox, type SandboxSecrets } from './sandbox-host.ts';

/** These protect nothing, because both sides run in one thread. */
export const SECRETS: SandboxSecrets = {
  apiKey: 'sandbox-api-key',
  webhookSecret: `whsec_${btoa('sandbox-webhook-secret')}`,
  linkEventsKey: 'sandbox-link-events-key',
};

type Ports = {
  database: Database;
  now: () => Instant;
  log: Log;
  publicUrl: string;
  sampleCustomers: number;
  onSeeded: (seeded: number) => void;
  /** Sends a request to the API, such as a webhook. Not called before all samples exist. */
  ask: Fetch;
};

/** Opens a host's sandbox Codat in memory, with sample customers on both sides, and a client for its API. */
export const openSandbox = async (ports: Ports) => {
  const { database, now, log, publicUrl, sampleCustomers, onSeeded, ask } = ports;
  const url = publicUrl + SANDBOX_PATH;
  const kept: SandboxCompany[] = [];
  await seedSampleCustomers({
    database,
    count: sampleCustomers,
    now: now(),
    sandboxUrl: url,
    keep: (_id, company) => kept.push(company),
    onSeeded,
  });
  const sandbox = hostSandbox({
    database,
    log,
    publicUrl: url,
    now,
    kept,
    unstuckUrl: publicUrl,
    returnTo: publicUrl,
    fetch: (address, init) => ask(new Request(address, init)),
    secrets: SECRETS,
  });
  const codat = createCodatClient({
    apiKey: SECRETS.apiKey,
    apiUrl: url,
    fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
  });
  return { ...sandbox, url, codat };
};
