import { eq } from 'drizzle-orm';
import type { Log } from '../src/api/ports.ts';
import type { LinkEvent } from '../src/codat/link-events.ts';
import { returnUrl } from '../src/codat/link-url.ts';
import type { Database } from '../src/database/database.ts';
import { ingest } from '../src/database/ingest.ts';
import { customers } from '../src/database/schema/index.ts';
import { createLiveSwitch } from './codat/live-switch.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './codat/sandbox.ts';
import type { WebhookEndpoint } from './codat/webhooks.ts';
import type { Standing } from './sample/happenings.ts';
import { startLive } from './sample/live.ts';
import { createRandom } from './sample/random.ts';

/** How many times faster than at Codat time passes: the first data comes after seconds instead of minutes. */
const HURRY = 60;

/** How often something happens while life goes on by itself. */
const LIVE_EVERY_MS = 3000;

const standingIn =
  (database: Database) =>
  async (id: string): Promise<Standing | null> => {
    const [customer] = await database
      .select({ stage: customers.stage, closedAt: customers.closedAt })
      .from(customers)
      .where(eq(customers.id, id));
    return customer ? { stage: customer.stage, closed: customer.closedAt !== null } : null;
  };

/** What Codat and the one that uses it know of each other. */
export type SandboxSecrets = { apiKey: string; webhookSecret: string; linkEventsKey: string };

type Hosted = Pick<SandboxOptions, 'publicUrl' | 'now' | 'kept' | 'keep'> & {
  database: Database;
  log: Log;
  secrets: SandboxSecrets;
  /** Where the sandbox reaches the API of the Unstuck that it belongs to, and how. */
  unstuckUrl: string;
  fetch: NonNullable<WebhookEndpoint['fetch']>;
  /** The address by which a browser reaches that Unstuck: customers return there. */
  returnTo: string;
};

/** Forwards the Link SDK's callbacks, as the back end of a page that embeds it would. */
const forwarding =
  ({ unstuckUrl, fetch, secrets, log }: Hosted) =>
  async (callback: LinkEvent) => {
    const answer = await fetch(`${unstuckUrl}/api/link-events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secrets.linkEventsKey}`,
      },
      body: JSON.stringify(callback),
    });
    if (!answer.ok) log.warn({ callback, answer: await answer.text() }, 'callback not taken');
  };

/** The sandbox Codat as a person meets it: in a hurry, and with a life of its own that can be switched on. */
export const hostSandbox = (hosted: Hosted) => {
  const { database, log, now, publicUrl, kept, keep, secrets, unstuckUrl, fetch } = hosted;
  const newId = () => crypto.randomUUID();
  const live = createLiveSwitch(() =>
    startLive({
      world: sandbox.world,
      now,
      newId,
      random: createRandom(Date.parse(now())),
      standingOf: standingIn(database),
      report: async (event) => {
        await ingest(database, [event], now());
      },
      every: LIVE_EVERY_MS,
      onError: (error) => log.warn({ err: error }, 'the life of the sandbox faltered'),
    }),
  );
  const sandbox: Sandbox = createSandbox({
    ...{ now, newId, live, publicUrl, kept, keep },
    apiKey: secrets.apiKey,
    webhook: { url: `${unstuckUrl}/webhooks/codat`, secret: secrets.webhookSecret, fetch },
    linkEvents: forwarding(hosted),
    redirectUrl: returnUrl(hosted.returnTo),
    hurry: HURRY,
  });
  const stopTime = sandbox.start();
  return {
    fetch: sandbox.fetch,
    stop: (): void => {
      live.turn(false);
      stopTime();
    },
  };
};
