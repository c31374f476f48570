import { linkRoutes } from '../../mocks/codat/link/link-routes.ts';
import { createOneTimeLinks } from '../../mocks/codat/link/one-time-links.ts';
import { createSchedule } from '../../mocks/codat/time/schedule.ts';
import { createWorld, type Webhook } from '../../mocks/codat/world/world.ts';
import type { LinkEvent } from '../../src/codat/link-events.ts';

export const LINK_START = '2026-03-10T12:00:00.000Z';

type Settings = {
  publicUrl: string;
  redirectUrl?: string | null;
  onCallback?: (callback: LinkEvent) => unknown;
};

/** Opens the sandbox’s Link alone, with its own world and a clock that tests set. */
export const openLink = ({ publicUrl, redirectUrl = null, onCallback }: Settings) => {
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
    redirectUrl,
    simulation: null,
    onCallback: (callback) => {
      callbacks.push(callback);
      return onCallback?.(callback);
    },
  });
  return { app, world, links, clock, callbacks, webhooks };
};

export type TestLink = ReturnType<typeof openLink>;

export type Shown = { status: number; url: string; html: string };

/** A browser without scripts that follows redirects within Link. */
export const browse = ({ app }: TestLink) => {
  const request = async (url: string, init?: RequestInit): Promise<Shown> => {
    const response = await app.request(url, init);
    const location = response.headers.get('location');
    if (!location) return { status: response.status, url, html: await response.text() };
    const next = new URL(location, url);
    return next.origin === new URL(url).origin
      ? request(next.href)
      : { status: response.status, url: location, html: '' };
  };
  return {
    get: (url: string) => request(url),
    /** Submits a form to another page of the same visit. */
    post: (from: Shown, page: string, fields: Record<string, string> = {}) =>
      request(new URL(page, from.url).href, { method: 'POST', body: new URLSearchParams(fields) }),
    /** Opens another page of the same visit. */
    open: (from: Shown, page: string) => request(new URL(page, from.url).href),
  };
};

export const PUBLIC_URL = 'http://codat.test';

const REDIRECT =
  'https://portal.test/return?journey={journey}&statusCode={statusCode}&statusText={statusText}&connectionId={connectionId}&companyId={companyId}&platform={platform}';

type JourneySettings = Omit<Settings, 'publicUrl'> & { name?: string };

/** A customer about to open their Link URL, and what they can do next. */
export const startJourney = ({ name = 'Brennan & Osei', ...settings }: JourneySettings = {}) => {
  const link = openLink({ publicUrl: PUBLIC_URL, redirectUrl: REDIRECT, ...settings });
  const visitor = browse(link);
  const company = link.world.createCompany({ name });
  const begin = () => visitor.get(`${link.links.company(company.id)}&journey=token-1`);
  const select = async (key: string, from?: Shown) =>
    visitor.post(from ?? (await begin()), 'software', { key });
  return {
    link,
    visitor,
    company,
    begin,
    select,
    /** Continues to the page that waits for the software’s sign-in. */
    agree: async (key: string) => visitor.post(await select(key), 'consent'),
    /** The customer’s first connection. */
    connection: () => {
      const [first] = company.connections;
      if (!first) throw new Error('The customer has no connection.');
      return first;
    },
    callbackTypes: () => link.callbacks.map(({ type }) => type),
  };
};

/** The query of the redirect. */
export const returned = ({ url }: Shown) => Object.fromEntries(new URL(url).searchParams);
