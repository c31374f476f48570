import { createOneTimeLinks } from '../../mocks/codat/link/one-time-links.ts';
import { linkRoutes } from '../../mocks/codat/link/link-routes.ts';
import { createSchedule } from '../../mocks/codat/schedule.ts';
import { createWorld, type Webhook } from '../../mocks/codat/world.ts';
import type { LinkEvent } from '../../src/codat/link-events.ts';

export const LINK_START = '2026-03-10T12:00:00.000Z';

type Settings = {
  publicUrl: string;
  redirectUrl?: string;
  onCallback?: (callback: LinkEvent) => unknown;
};

/** The sandbox's Link alone, on a world of its own, with a clock that stands until it is put forward. */
export const openLink = ({ publicUrl, redirectUrl, onCallback }: Settings) => {
  const clock = { now: LINK_START };
  const now = () => clock.now;
  const newId = () => crypto.randomUUID();
  const callbacks: LinkEvent[] = [];
  const webhooks: Webhook[] = [];
  const links = createOneTimeLinks({ publicUrl, now, newId });
  const world = createWorld({
    now,
    newId,
    links,
    schedule: createSchedule(),
    emit: (webhook) => webhooks.push(webhook),
    keep: () => {},
  });
  const app = linkRoutes({
    world,
    links,
    now,
    newId,
    redirectUrl: redirectUrl ?? null,
    onCallback: (callback) => {
      callbacks.push(callback);
      return onCallback?.(callback);
    },
  });
  return { app, world, links, clock, callbacks, webhooks };
};
