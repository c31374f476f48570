import { type Context, type Env, Hono } from 'hono';
import { CodatUnavailable } from '../../codat/errors.ts';
import { freshLinkUrl } from '../../codat/link-url.ts';
import { recordOpening } from '../../database/links/openings.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import { askCodat } from './ask-codat.ts';
import { linkPage } from './link-page.ts';
import { connectedPage, invalidLinkPage, unavailablePage } from './other-pages.ts';
import { LINK_PATH } from './protection.ts';
import { findVisit, linkPath, type Visit } from './visit.ts';

const WAIT_SECONDS = 30;

/** Addresses of links that don’t exist: someone may be guessing. */
const UNKNOWN: Rate = { perAddress: 100, inAll: 6000 };

/** The button sends a request to Codat, whose limits the sync needs as well. */
const BUTTONS: Rate = { perAddress: 60, inAll: 600 };

/** In KiB: the button’s form. */
const FORM_BODY = 16;

/** Adds the token, which Codat’s redirect brings back. The Link URL may already have a query. */
const withJourney = (address: string, { token }: Visit['link']): string => {
  const url = new URL(address);
  url.searchParams.set('journey', token);
  return url.href;
};

/** The address to continue at, that the customer is already connected, or the seconds to wait before trying again. */
type Way = { to: string } | { connected: true } | { waitSeconds: number };

const wayOn = async ({ codat, codatHost, log }: Ports, { customer, link }: Visit): Promise<Way> => {
  const answer = await askCodat(log, freshLinkUrl(codat, customer, codatHost.linkOrigin));
  if (answer instanceof CodatUnavailable)
    return { waitSeconds: Math.ceil(answer.retryAfterSeconds ?? WAIT_SECONDS) };
  if (answer instanceof Error) return { waitSeconds: WAIT_SECONDS };
  if (answer.linked) return { connected: true };
  if (answer.url) return { to: withJourney(answer.url, link) };
  log.error({ customerId: customer.id }, 'Codat has no Link URL that customers may be sent to');
  return { waitSeconds: WAIT_SECONDS };
};

/** The tracked links. Viewing the page doesn’t count as an opening, only its button does. */
export const linkRoutes = (ports: Ports, readBody: ReadBody): Hono => {
  const unknown = createRateLimit(ports, UNKNOWN);
  const buttons = createRateLimit(ports, BUTTONS);

  /** @throws Problem 429 */
  const refuse = (seconds: number | null): void => {
    if (seconds !== null) throw tooMany(seconds);
  };

  const invalidLink = async (context: Context) => {
    refuse(unknown.take(context));
    return context.html(invalidLinkPage(await loadWorkspace(ports.database)), 404);
  };

  /** Looks nothing up for an address that guesses. */
  const visitOf = (context: Context<Env, typeof LINK_PATH>): Promise<Visit | null> => {
    refuse(unknown.check(context));
    return findVisit(ports, context.req.param('token'));
  };

  /** Records an opening, unless the customer only tries again because Codat was unavailable. */
  const countOpening = async (context: Context, { link }: Visit): Promise<void> => {
    // A body that isn’t a form, such as a scanner’s, is ignored.
    const { again } = await context.req.parseBody().catch(() => ({ again: undefined }));
    if (again !== 'yes' || link.openings === 0)
      await recordOpening(ports.database, link, ports.now());
  };

  return new Hono()
    .get(LINK_PATH, async (context) => {
      const visit = await visitOf(context);
      if (!visit) return invalidLink(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      return context.html(linkPage(visit, linkPath(ports, visit)));
    })
    .post(LINK_PATH, readFirst(readBody, FORM_BODY), async (context) => {
      const visit = await visitOf(context);
      if (!visit) return invalidLink(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      refuse(buttons.take(context));
      await countOpening(context, visit);
      const way = await wayOn(ports, visit);
      if ('to' in way) return context.redirect(way.to, 303);
      if ('connected' in way) return context.html(connectedPage(visit));
      context.header('retry-after', String(way.waitSeconds));
      return context.html(unavailablePage(visit, linkPath(ports, visit)), 503);
    })
    .all('/l', invalidLink);
};
