import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Log } from '../src/api/log.ts';
import type { LinkEvent } from '../src/codat/link-events.ts';
import { returnUrl } from '../src/codat/link-url.ts';
import type { Database } from '../src/database/database.ts';
import { ingest } from '../src/database/ingest.ts';
import { customers } from '../src/database/schema/index.ts';
import { createPaths } from './codat/link/paths.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './codat/sandbox.ts';
import { createSimulationSwitch } from './codat/simulation-switch.ts';
import type { WebhookEndpoint } from './codat/webhooks.ts';
import { createInbox } from './inbox/inbox.ts';
import { inboxRoutes } from './inbox/inbox-routes.ts';
import { createRandom } from './sample/random.ts';
import type { Standing } from './sample/simulation/next-step.ts';
import { startSimulation } from './sample/simulation/simulation.ts';

/** How many times faster than in Codat time passes. The first data arrives in seconds instead of minutes. */
const SPEED = 60;

/** How often the simulation takes a step. */
const STEP_EVERY_MS = 3000;

const CALLBACK_TIMEOUT_MS = 15_000;

const standingIn =
  (database: Database) =>
  async (id: string): Promise<Standing | null> => {
    const [customer] = await database
      .select({ stage: customers.stage, closedAt: customers.closedAt })
      .from(customers)
      .where(eq(customers.id, id));
    return customer ? { stage: customer.stage, closed: customer.closedAt !== null } : null;
  };

/** The secrets that Codat and its client share. */
export type SandboxSecrets = { apiKey: string; webhookSecret: string; linkEventsKey: string };

type Hosted = Pick<SandboxOptions, 'publicUrl' | 'now' | 'kept' | 'keep'> & {
  database: Database;
  log: Log;
  secrets: SandboxSecrets;
  /** The URL and the `fetch` by which the sandbox reaches its Unstuck's API. */
  unstuckUrl: string;
  fetch: NonNullable<WebhookEndpoint['fetch']>;
  /** The URL by which browsers reach that Unstuck, where customers return. */
  returnTo: string;
};

/** Forwards the Link SDK's callbacks, as the back end of a page that embeds it would. */
const forwardCallback =
  ({ unstuckUrl, fetch, secrets, log }: Hosted) =>
  async (callback: LinkEvent) => {
    const answer = await fetch(`${unstuckUrl}/api/link-events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secrets.linkEventsKey}`,
      },
      body: JSON.stringify(callback),
      signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
    });
    // Read in any case, so that its connection can be used again.
    await answer.text();
    if (!answer.ok) log.warn({ type: callback.type, status: answer.status }, 'callback rejected');
  };

/** The sandbox Codat as people use it: sped up, with a simulation that can be started. */
export const hostSandbox = (hosted: Hosted) => {
  const { database, log, now, publicUrl, kept, keep, secrets, unstuckUrl, fetch } = hosted;
  const newId = () => crypto.randomUUID();
  const simulation = createSimulationSwitch(() =>
    startSimulation({
      world: sandbox.world,
      now,
      newId,
      random: createRandom(Date.parse(now())),
      standingOf: standingIn(database),
      report: async (event) => {
        await ingest(database, [event], now());
      },
      every: STEP_EVERY_MS,
      onError: (error) => log.warn({ err: error }, 'a step of the simulation failed'),
    }),
  );
  const sandbox: Sandbox = createSandbox({
    now,
    newId,
    simulation,
    publicUrl,
    kept,
    keep,
    apiKey: secrets.apiKey,
    webhook: { url: `${unstuckUrl}/webhooks/codat`, secret: secrets.webhookSecret, fetch },
    linkEvents: forwardCallback(hosted),
    redirectUrl: returnUrl(hosted.returnTo),
    speed: SPEED,
    onError: (error) => log.warn({ err: error }, 'the sandbox met an error'),
  });
  const stopTime = sandbox.start();
  const paths = createPaths(publicUrl);
  const inbox = createInbox(database, now, paths.inbox);
  const app = new Hono()
    .route('/', inboxRoutes(inbox, paths))
    .all('*', ({ req }) => sandbox.fetch(req.raw));
  return {
    fetch: app.fetch,
    /** Where emails arrive that no mail server sends. */
    inbox,
    stop: (): void => {
      simulation.turn(false);
      stopTime();
    },
  };
};
