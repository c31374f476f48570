import { type Context, Hono } from 'hono';
import { CodatUnavailable } from '../../codat/errors.ts';
import { freshLinkUrl } from '../../codat/link-url.ts';
import { recordOpening } from '../../database/openings.ts';
import { loadWorkspace } from '../../database/settings.ts';
import type { Ports } from '../ports.ts';
import { askCodat } from './ask-codat.ts';
import { linkPage } from './link-page.ts';
import { connectedPage, invalidLinkPage, unavailablePage } from './other-pages.ts';
import { findVisit, linkPath, type Visit } from './visit.ts';

const WAIT_SECONDS = 30;

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
export const linkRoutes = (ports: Ports): Hono => {
  const invalidLink = async (context: Context) =>
    context.html(invalidLinkPage(await loadWorkspace(ports.database)), 404);

  /** Records an opening, unless the customer only tries again because Codat was unavailable. */
  const countOpening = async (context: Context, { link }: Visit): Promise<void> => {
    // A body that isn’t a form, such as a scanner’s, is ignored.
    const { again } = await context.req.parseBody().catch(() => ({ again: undefined }));
    if (again !== 'yes' || link.openings === 0)
      await recordOpening(ports.database, link, ports.now());
  };

  return new Hono()
    .get('/l/:token', async (context) => {
      const visit = await findVisit(ports, context.req.param('token'));
      if (!visit) return invalidLink(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      return context.html(linkPage(visit, linkPath(ports, visit)));
    })
    .post('/l/:token', async (context) => {
      const visit = await findVisit(ports, context.req.param('token'));
      if (!visit) return invalidLink(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      await countOpening(context, visit);
      const way = await wayOn(ports, visit);
      if ('to' in way) return context.redirect(way.to, 303);
      if ('connected' in way) return context.html(connectedPage(visit));
      context.header('retry-after', String(way.waitSeconds));
      return context.html(unavailablePage(visit, linkPath(ports, visit)), 503);
    })
    .all('/l/*', invalidLink);
};
