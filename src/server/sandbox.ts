import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Log } from '../api/log.ts';
import type { Database } from '../database/database.ts';
import { toInstant } from '../journey/instant.ts';
import type { Config } from './config.ts';
import { StartError } from './run-command.ts';

/** Path of the sandbox Codat on this server. */
export const SANDBOX_PATH = '/sandbox';

const now = () => toInstant(Date.now());

/** The URL at which this machine reaches this server, whatever its public URL. */
const ownUrl = ({ HOST = 'localhost', PORT }: Config): string =>
  `http://${isIPv6(HOST) ? `[${HOST}]` : HOST}:${PORT}`;

/** Secrets shared by the sandbox and its server. Those that aren’t configured are new at each start. */
export const sandboxSecrets = ({ CODAT_WEBHOOK_SECRET, LINK_EVENTS_KEY }: Config) => {
  const random = `whsec_${randomBytes(24).toString('base64')}`;
  const [webhookSecret = random, ...others] = CODAT_WEBHOOK_SECRET;
  return {
    apiKey: randomBytes(16).toString('hex'),
    /** The sandbox signs with the first. */
    webhookSecret,
    webhookSecrets: [webhookSecret, ...others],
    linkEventsKey: LINK_EVENTS_KEY ?? randomBytes(16).toString('hex'),
  };
};

export const sandboxApiUrl = (config: Config): string => `${ownUrl(config)}${SANDBOX_PATH}`;

type Ports = {
  config: Config;
  database: Database;
  secrets: ReturnType<typeof sandboxSecrets>;
  log: Log;
  say: (line: string) => void;
};

/** @throws StartError when the saved companies can’t be read or written */
const openStoreIn = <Store>({ DATA_DIR }: Config, openStore: (directory: string) => Store) => {
  try {
    return openStore(DATA_DIR);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new StartError(`Can’t open the sandbox’s companies in ${DATA_DIR}. ${cause}`);
  }
};

/**
 * Opens the sandbox Codat beside the server, with sample customers on both sides. It talks to the server over HTTP, as
 * Codat does. With a Codat API key, its code is never loaded.
 */
export const openSandbox = async ({ config, database, secrets, log, say }: Ports) => {
  say('CODAT_API_KEY isn’t set. Starting the sandbox with sample customers and sample users.');
  if (config.SMTP_URL) say('The sandbox doesn’t use SMTP_URL. Its emails arrive in its own inbox.');
  const { hostSandbox } = await import('../../mocks/sandbox-host.ts');
  const { openStore } = await import('../../mocks/codat/world/store.ts');
  const { seedSampleCustomers } = await import('../../mocks/sample/seed-samples.ts');
  const { errorsOnRequest } = await import('../../mocks/simulated-errors.ts');
  const publicUrl = `${config.PUBLIC_URL}${SANDBOX_PATH}`;
  const store = openStoreIn(config, openStore);
  const companies = new Map(store.companies.map((company) => [company.id, company]));
  await seedSampleCustomers({
    database,
    count: config.SAMPLE_CUSTOMERS,
    now: now(),
    sandboxUrl: publicUrl,
    keep: (id, company) => {
      companies.set(id, company);
      store.keep(id, company);
    },
    onSeeded: (seeded) => say(`Sample customers: ${seeded} of ${config.SAMPLE_CUSTOMERS}`),
  });
  const sandbox = hostSandbox({
    database,
    log,
    now,
    publicUrl,
    kept: [...companies.values()],
    keep: store.keep,
    unstuckUrl: ownUrl(config),
    returnTo: config.PUBLIC_URL,
    fetch,
    secrets,
  });
  return {
    fetch: sandbox.fetch,
    inbox: sandbox.inbox,
    /** Middleware of the API that simulates errors on request. */
    errorsOnRequest,
    close: (): void => {
      sandbox.stop();
      store.close();
    },
  };
};
