import { type Context, Hono } from 'hono';
import { CodatUnavailable } from '../../codat/errors.ts';
import { freshLinkUrl, mayLeadTo } from '../../codat/link-url.ts';
import { recordOpening } from '../../database/openings.ts';
import { loadWorkspace } from '../../database/settings.ts';
import type { Ports } from '../ports.ts';
import { askCodat } from './ask-codat.ts';
import { linkPage } from './link-page.ts';
import { awayPage, connectedPage, lostPage } from './other-pages.ts';
import { findVisit, linkPath, type Visit } from './visit.ts';

const WAIT_SECONDS = 30;

/** With the token, which the way back brings along; the Link URL may have a query already. */
const withJourney = (address: string, { token }: Visit['link']): string => {
  const url = new URL(address);
  url.searchParams.set('journey', token);
  return url.href;
};

/** Where a customer goes on, that there is nothing left to do, or in how many seconds to ask again. */
type Way = { to: string } | { connected: true } | { waitSeconds: number };

const wayOn = async ({ codat, codatHost, log }: Ports, { customer, link }: Visit): Promise<Way> => {
  const answer = await askCodat(log, freshLinkUrl(codat, customer));
  if (answer instanceof CodatUnavailable)
    return { waitSeconds: Math.ceil(answer.retryAfterSeconds ?? WAIT_SECONDS) };
  if (answer instanceof Error) return { waitSeconds: WAIT_SECONDS };
  if (answer.linked) return { connected: true };
  if (answer.url && mayLeadTo(answer.url, codatHost.linkOrigin))
    return { to: withJourney(answer.url, link) };
  log.error({ customerId: customer.id }, 'Codat has no Link URL that customers may be sent to');
  return { waitSeconds: WAIT_SECONDS };
};

/** The tracked links: looking counts nothing, and only the button leads on. */
export const linkRoutes = (ports: Ports): Hono => {
  const lost = async (context: Context) =>
    context.html(lostPage(await loadWorkspace(ports.database)), 404);

  /** Someone who tries again because Codat was away has opened the link already. */
  const countOpening = async (context: Context, { link }: Visit): Promise<void> => {
    // A body that is no form, as from a scanner, says nothing.
    const { again } = await context.req.parseBody().catch(() => ({ again: undefined }));
    if (again !== 'yes' || link.openings === 0)
      await recordOpening(ports.database, link, ports.now());
  };

  return new Hono()
    .get('/l/:token', async (context) => {
      const visit = await findVisit(ports, context.req.param('token'));
      if (!visit) return lost(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      return context.html(linkPage(visit, linkPath(ports, visit)));
    })
    .post('/l/:token', async (context) => {
      const visit = await findVisit(ports, context.req.param('token'));
      if (!visit) return lost(context);
      if (visit.customer.connected) return context.html(connectedPage(visit));
      await countOpening(context, visit);
      const way = await wayOn(ports, visit);
      if ('to' in way) return context.redirect(way.to, 303);
      if ('connected' in way) return context.html(connectedPage(visit));
      context.header('retry-after', String(way.waitSeconds));
      return context.html(awayPage(visit, linkPath(ports, visit)), 503);
    })
    .all('/l/*', lost);
};
