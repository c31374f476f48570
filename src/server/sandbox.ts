import { randomBytes } from 'node:crypto';
import type { LinkEvent } from '../codat/link-events.ts';
import type { Database } from '../database/database.ts';
import { toInstant } from '../journey/instant.ts';
import type { Config } from './config.ts';

/** Below which path of this server the sandbox Codat answers. */
export const SANDBOX_PATH = '/sandbox';

const now = () => toInstant(Date.now());

/** How many times faster than at Codat time passes: the first data comes after seconds instead of minutes. */
const HURRY = 60;

/** The address by which this machine reaches this server, whatever the address is that people use. */
const ownUrl = ({ HOST, PORT }: Config): string => `http://${HOST || 'localhost'}:${PORT}`;

/** Secrets that the sandbox shares with the server it belongs to, new at each start unless configured. */
export const sandboxSecrets = ({ CODAT_WEBHOOK_SECRET, LINK_EVENTS_KEY }: Config) => ({
  apiKey: randomBytes(16).toString('hex'),
  webhookSecret: CODAT_WEBHOOK_SECRET ?? `whsec_${randomBytes(24).toString('base64')}`,
  linkEventsKey: LINK_EVENTS_KEY ?? randomBytes(16).toString('hex'),
});

export type SandboxSecrets = ReturnType<typeof sandboxSecrets>;

export const sandboxApiUrl = (config: Config): string => `${ownUrl(config)}${SANDBOX_PATH}`;

/**
 * Opens the sandbox Codat beside the server, with sample customers on both sides. It talks to the server over HTTP, as
 * Codat would. Loaded here alone: an installation with a key for Codat never imports it.
 */
export const openSandbox = async (
  config: Config,
  database: Database,
  secrets: SandboxSecrets,
  say: (line: string) => void,
) => {
  const { createSandbox } = await import('../../mocks/codat/sandbox.ts');
  const { playSampleCustomers } = await import('../../mocks/sample/play-samples.ts');
  const { openStore } = await import('../../mocks/codat/store.ts');
  const publicUrl = `${config.PUBLIC_URL}${SANDBOX_PATH}`;
  const samples = openStore(config.DATA_DIR);
  await playSampleCustomers({
    database,
    count: config.SAMPLE_CUSTOMERS,
    now: now(),
    sandboxUrl: publicUrl,
    keep: samples.keep,
    onPlayed: (played) => say(`Sample customers: ${played} of ${config.SAMPLE_CUSTOMERS}`),
  });
  samples.close();
  const store = openStore(config.DATA_DIR);
  const sandbox = createSandbox({
    publicUrl,
    now,
    newId: () => crypto.randomUUID(),
    apiKey: secrets.apiKey,
    webhook: { url: `${ownUrl(config)}/webhooks/codat`, secret: secrets.webhookSecret },
    kept: store.companies,
    keep: store.keep,
    linkEvents: (callback: LinkEvent) =>
      fetch(`${ownUrl(config)}/api/link-events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${secrets.linkEventsKey}`,
        },
        body: JSON.stringify(callback),
      }),
    hurry: HURRY,
  });
  const stop = sandbox.start();
  return {
    fetch: sandbox.fetch,
    close: () => {
      stop();
      store.close();
    },
  };
};
