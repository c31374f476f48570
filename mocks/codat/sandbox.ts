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
  /** Returns a new UUID that can't be guessed. */
  newId: () => string;
  /** The sandbox's URL, such as `http://localhost:3000/sandbox`. It answers below that path. */
  publicUrl: string;
  /** The API key it accepts. */
  apiKey: string;
  /** Where it sends webhooks; null for none. */
  webhook: WebhookEndpoint | null;
  /** The companies of an earlier run, and a function that saves each change for the next; null for a deleted company. */
  kept?: readonly SandboxCompany[];
  keep?: (id: string, company: SandboxCompany | null) => void;
  /** Where the Link journey ends, with Codat's {placeholders}. Defaults to a page of the sandbox. */
  redirectUrl?: string;
  /** Receives the Link SDK's callbacks. The sandbox doesn't wait for it and ignores its errors. */
  linkEvents?: (callback: LinkEvent) => unknown;
  /** Starts and pauses the simulation on the start page. Unset if there is none. */
  simulation?: SimulationSwitch;
  /** How many times faster than in Codat time passes. Defaults to 1. */
  speed?: number;
  /** Called with errors of what the sandbox does by itself, later than a request. Throws them by default. */
  onError?: (error: unknown) => void;
};

const rethrow = (error: unknown): never => {
  throw error;
};

/**
 * A local Codat: companies, their API, the Link journey and webhooks. Its host lets time pass with `start` or `advance`.
 * Runs in Node and in browsers.
 * @throws Error when the public URL or the redirect URL is invalid
 */
export const createSandbox = (options: SandboxOptions) => {
  const { now, newId, kept = [], keep, linkEvents, redirectUrl, onError = rethrow } = options;
  const schedule = createAcceleratedSchedule(now, options.speed);
  const webhooks = createWebhooks({ endpoint: options.webhook, now, schedule, onError });
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
    world,
    links,
    now,
    newId,
    redirectUrl: redirectUrl ?? null,
    simulation: options.simulation ?? null,
    onCallback: linkEvents ?? (() => {}),
  });
  const app = createApp({
    now,
    newId,
    publicUrl: links.publicUrl,
    apiKey: options.apiKey,
    world,
    register,
    links,
    link,
    rateLimit,
    schedule,
    webhooks,
    disruptions,
  });
  return {
    /** Answers requests to `publicUrl` and below. */
    fetch: (request: Request): Response | Promise<Response> => app.fetch(request),
    world,
    schedule,
    disruptions,
    webhooks,
    ...createDriver({ now, schedule, settled, onError }),
  };
};

export type Sandbox = ReturnType<typeof createSandbox>;
