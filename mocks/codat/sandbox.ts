import type { LinkEvent } from '../../src/codat/link-events.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { createApp } from './app.ts';
import { createDisruptions } from './disruptions.ts';
import { linkRoutes } from './link/link-routes.ts';
import { createOneTimeLinks } from './link/one-time-links.ts';
import { createRateLimit } from './rate-limit.ts';
import type { SimulationSwitch } from './simulation-switch.ts';
import { createAcceleratedSchedule } from './time/accelerated-schedule.ts';
import { createDriver } from './time/driver.ts';
import { createWebhooks, type WebhookEndpoint } from './webhooks.ts';
import type { SandboxCompany } from './world/companies.ts';
import { createRegister } from './world/register.ts';
import { createWorld } from './world/world.ts';

export type SandboxOptions = {
  now: () => Instant;
  /** A new UUID, impossible to guess. */
  newId: () => string;
  /** Where the sandbox is to be reached, such as `http://localhost:3000/sandbox`; it answers below that path. */
  publicUrl: string;
  /** The key that its API accepts. */
  apiKey: string;
  /** Where its webhooks go; null sends none. */
  webhook: WebhookEndpoint | null;
  /** The companies of an earlier run, and what keeps those that change for the next; null when one is gone. */
  kept?: readonly SandboxCompany[];
  keep?: (id: string, company: SandboxCompany | null) => void;
  /** Where the Link journey leads to in the end, with Codat's {placeholders}; a page of the sandbox's own without. */
  redirectUrl?: string;
  /** Gets what the Link SDK would call back with. Nobody waits for it, nor hears when it fails. */
  linkEvents?: (callback: LinkEvent) => unknown;
  /** Switches a life of its own on and off, on the start page; left out where there is none. */
  simulation?: SimulationSwitch;
  /** How many times shorter than at Codat waiting is. */
  speed?: number;
};

/**
 * A Codat of one's own: companies, the API about them, the Link journey, the webhooks of what happens, and time, which
 * its host lets pass with `start` or `advance`. Runs in Node and in a browser.
 * @throws Error when the public or the redirect URL is no web address
 */
export const createSandbox = (options: SandboxOptions) => {
  const { now, newId, kept = [], keep, linkEvents, redirectUrl } = options;
  const schedule = createAcceleratedSchedule(now, options.speed);
  const webhooks = createWebhooks({ endpoint: options.webhook, now, schedule });
  const { emit, settled } = webhooks;
  const register = createRegister(kept);
  const links = createOneTimeLinks({ publicUrl: options.publicUrl, now, newId });
  const keepBoth = (id: string, company: SandboxCompany | null): void => {
    register.keep(id, company);
    keep?.(id, company);
  };
  const world = createWorld({ now, newId, links, schedule, emit, keep: keepBoth }, kept);
  const rateLimit = createRateLimit({ now, newId, schedule, emit, connected: register.connected });
  const disruptions = createDisruptions({ now, schedule, world });
  const link = linkRoutes({
    ...{
      world,
      links,
      now,
      newId,
      redirectUrl: redirectUrl ?? null,
      simulation: options.simulation ?? null,
    },
    onCallback: linkEvents ?? (() => {}),
  });
  const app = createApp({
    ...{ now, newId, publicUrl: links.publicUrl, apiKey: options.apiKey },
    ...{ world, register, links, link, rateLimit, schedule, webhooks, disruptions },
  });
  return {
    /** Answers requests to `publicUrl` and below. */
    fetch: (request: Request): Response | Promise<Response> => app.fetch(request),
    world,
    schedule,
    disruptions,
    webhooks,
    ...createDriver({ now, schedule, settled }),
  };
};

export type Sandbox = ReturnType<typeof createSandbox>;
